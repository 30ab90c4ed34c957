/** What a person chose once and for all: theme, language, threads. */
@NullMarked
package org.deltaworks.domain.settings;

import org.jspecify.annotations.NullMarked;
