/** Models: what one can start from. */
@NullMarked
package org.deltaworks.ui.models;

import org.jspecify.annotations.NullMarked;
