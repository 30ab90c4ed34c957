/**
 * Work off the window's thread: runner, progress, cancellation, and the way to publish what
 * changed.
 */
@NullMarked
package org.deltaworks.service.task;

import org.jspecify.annotations.NullMarked;
