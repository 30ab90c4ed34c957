/** Turning a draft into a run: what it means, whether it can be done, and starting it. */
@NullMarked
package org.deltaworks.service.training;

import org.jspecify.annotations.NullMarked;
