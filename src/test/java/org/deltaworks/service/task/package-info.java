/** Tests of work off the window's thread, and the double that does it on the calling one. */
@NullMarked
package org.deltaworks.service.task;

import org.jspecify.annotations.NullMarked;
