/** Tests of the domain's rules. */
@NullMarked
package org.deltaworks.domain.adapters;

import org.jspecify.annotations.NullMarked;
