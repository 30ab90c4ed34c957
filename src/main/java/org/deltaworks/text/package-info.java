/**
 * Text to tokens and back: a model's tokenizer, and how rows of a dataset become ids and labels.
 * DJL's tokenizers (JNI, no libtorch), so window, command line and child all may use it.
 */
@NullMarked
package org.deltaworks.text;

import org.jspecify.annotations.NullMarked;
