/**
 * The child's side: one process trains one run, another answers questions. The only importers of
 * the engine.
 */
@NullMarked
package org.deltaworks.worker.process;

import org.jspecify.annotations.NullMarked;
