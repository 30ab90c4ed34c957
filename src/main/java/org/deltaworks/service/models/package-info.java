/** What a person may do with base models. */
@NullMarked
package org.deltaworks.service.models;

import org.jspecify.annotations.NullMarked;
