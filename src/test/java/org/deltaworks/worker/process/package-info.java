/** Tests of the child's side that need no child. */
@NullMarked
package org.deltaworks.worker.process;

import org.jspecify.annotations.NullMarked;
