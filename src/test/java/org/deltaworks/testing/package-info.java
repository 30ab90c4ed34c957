/** What tests of several packages share. */
@NullMarked
package org.deltaworks.testing;

import org.jspecify.annotations.NullMarked;
