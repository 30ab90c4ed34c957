/** Measurements that are run by hand, never as tests: machines are noisy. */
@NullMarked
package org.deltaworks.benchmark;

import org.jspecify.annotations.NullMarked;
