/** Base models: what a decoder looks like and which of its modules can be adapted. */
@NullMarked
package org.deltaworks.domain.models;

import org.jspecify.annotations.NullMarked;
