/** LoRA: what is trained, and the adapters that come out of it. */
@NullMarked
package org.deltaworks.domain.adapters;

import org.jspecify.annotations.NullMarked;
