/** The training loop and its verbs: batches, gradients, optimizer, schedule, checkpoints. */
@NullMarked
package org.deltaworks.engine.training;

import org.jspecify.annotations.NullMarked;
