/** The shelf of models, with and without a window. */
@NullMarked
package org.deltaworks.ui.models;

import org.jspecify.annotations.NullMarked;
