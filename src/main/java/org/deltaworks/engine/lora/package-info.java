/** LoRA (arXiv 2106.09685): the adapter's numbers, how they begin, and how they merge. */
@NullMarked
package org.deltaworks.engine.lora;

import org.jspecify.annotations.NullMarked;
