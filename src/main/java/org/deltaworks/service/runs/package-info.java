/** Watching runs and telling them what to do. */
@NullMarked
package org.deltaworks.service.runs;

import org.jspecify.annotations.NullMarked;
