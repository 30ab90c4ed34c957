/** Tests from draft to run. */
@NullMarked
package org.deltaworks.service.training;

import org.jspecify.annotations.NullMarked;
