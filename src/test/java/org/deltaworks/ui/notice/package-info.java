/** Tests of telling and asking. */
@NullMarked
package org.deltaworks.ui.notice;

import org.jspecify.annotations.NullMarked;
