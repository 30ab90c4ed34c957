/** Tests of the domain's rules. */
@NullMarked
package org.deltaworks.domain.training;

import org.jspecify.annotations.NullMarked;
