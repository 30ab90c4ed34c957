/** Tests of everything together: services, catalog and real child processes. */
@NullMarked
package org.deltaworks.app;

import org.jspecify.annotations.NullMarked;
