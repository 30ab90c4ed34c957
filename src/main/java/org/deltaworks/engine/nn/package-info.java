/** A decoder-only transformer computed from its description; no family is known here by name. */
@NullMarked
package org.deltaworks.engine.nn;

import org.jspecify.annotations.NullMarked;
