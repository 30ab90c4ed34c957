/** Tests of the messages between parent and child. */
@NullMarked
package org.deltaworks.worker.protocol;

import org.jspecify.annotations.NullMarked;
