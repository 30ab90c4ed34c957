/** Tests of watching runs, over a real catalog and real processes. */
@NullMarked
package org.deltaworks.service.runs;

import org.jspecify.annotations.NullMarked;
