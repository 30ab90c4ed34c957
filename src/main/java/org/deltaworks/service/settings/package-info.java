/** What a person chose for the whole program. */
@NullMarked
package org.deltaworks.service.settings;

import org.jspecify.annotations.NullMarked;
