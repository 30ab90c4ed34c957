/** Plans, runs, their states and events, and the ports that carry them. */
@NullMarked
package org.deltaworks.domain.training;

import org.jspecify.annotations.NullMarked;
