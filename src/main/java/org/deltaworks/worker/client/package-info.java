/** The parent's side of child processes: start them, watch them, talk to them, end them. */
@NullMarked
package org.deltaworks.worker.client;

import org.jspecify.annotations.NullMarked;
