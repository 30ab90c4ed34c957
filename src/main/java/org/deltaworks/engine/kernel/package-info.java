/** libtorch: started, given our kernels as TorchScript text, and called. */
@NullMarked
package org.deltaworks.engine.kernel;

import org.jspecify.annotations.NullMarked;
