/** Real windows without a display: opens them, clicks, types, waits and takes pictures. */
@NullMarked
package org.deltaworks.ui.harness;

import org.jspecify.annotations.NullMarked;
