/** Options of a training and reports of a run. */
@NullMarked
package org.deltaworks.cli.training;

import org.jspecify.annotations.NullMarked;
