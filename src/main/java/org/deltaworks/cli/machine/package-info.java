/** Commands about this installation: doctor, self-test and demo. */
@NullMarked
package org.deltaworks.cli.machine;

import org.jspecify.annotations.NullMarked;
