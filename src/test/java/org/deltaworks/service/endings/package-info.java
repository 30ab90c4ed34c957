/** Tests of who is told what has ended. */
@NullMarked
package org.deltaworks.service.endings;

import org.jspecify.annotations.NullMarked;
