/** Tests of the demos' services. */
@NullMarked
package org.deltaworks.service.demos;

import org.jspecify.annotations.NullMarked;
