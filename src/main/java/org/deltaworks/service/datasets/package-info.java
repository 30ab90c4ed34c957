/** What a person may do with data files. */
@NullMarked
package org.deltaworks.service.datasets;

import org.jspecify.annotations.NullMarked;
