/** Tests of the parent's side. */
@NullMarked
package org.deltaworks.worker.client;

import org.jspecify.annotations.NullMarked;
