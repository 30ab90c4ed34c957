/** The use cases: what a person may do. Screens and commands know nothing deeper. */
@NullMarked
package org.deltaworks.service;

import org.jspecify.annotations.NullMarked;
