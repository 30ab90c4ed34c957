/** Model folders in the layout of the Hugging Face Hub, read and written. */
@NullMarked
package org.deltaworks.format.hub;

import org.jspecify.annotations.NullMarked;
