/** What a training will take before it is started: memory in parts, time, disk. */
@NullMarked
package org.deltaworks.domain.estimate;

import org.jspecify.annotations.NullMarked;
