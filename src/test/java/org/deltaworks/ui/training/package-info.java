/** New training without a window: form, modules, figures. */
@NullMarked
package org.deltaworks.ui.training;

import org.jspecify.annotations.NullMarked;
