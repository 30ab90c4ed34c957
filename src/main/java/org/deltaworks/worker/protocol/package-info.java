/** What this program and its answering process say to each other: one JSON object a line. */
@NullMarked
package org.deltaworks.worker.protocol;

import org.jspecify.annotations.NullMarked;
