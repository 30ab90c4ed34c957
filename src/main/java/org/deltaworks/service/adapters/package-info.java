/** What a person may do with adapters. */
@NullMarked
package org.deltaworks.service.adapters;

import org.jspecify.annotations.NullMarked;
