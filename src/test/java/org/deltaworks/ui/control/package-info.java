/** Tests and gallery of our own controls. */
@NullMarked
package org.deltaworks.ui.control;

import org.jspecify.annotations.NullMarked;
