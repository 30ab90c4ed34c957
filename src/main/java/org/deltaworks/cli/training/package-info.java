/** Commands that train, and those that watch and steer runs. */
@NullMarked
package org.deltaworks.cli.training;

import org.jspecify.annotations.NullMarked;
