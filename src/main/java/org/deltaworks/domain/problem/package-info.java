/** What can go wrong, in words a person can act on. */
@NullMarked
package org.deltaworks.domain.problem;

import org.jspecify.annotations.NullMarked;
