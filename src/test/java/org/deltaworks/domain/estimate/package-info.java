@NullMarked
package org.deltaworks.domain.estimate;

import org.jspecify.annotations.NullMarked;
