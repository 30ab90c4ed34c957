/** New training: start from, learn from, how; and beside it, live, what that means. */
@NullMarked
package org.deltaworks.ui.training;

import org.jspecify.annotations.NullMarked;
