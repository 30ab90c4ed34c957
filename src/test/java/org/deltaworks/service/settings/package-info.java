/** Tests of the preferences. */
@NullMarked
package org.deltaworks.service.settings;

import org.jspecify.annotations.NullMarked;
