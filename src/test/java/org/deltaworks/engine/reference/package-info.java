/** What transformers and PEFT computed, for the engine's tests. */
@NullMarked
package org.deltaworks.engine.reference;

import org.jspecify.annotations.NullMarked;
