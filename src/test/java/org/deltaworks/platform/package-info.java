/** The machine: folders, files that appear whole or not at all, logging, processes, a probe. */
@NullMarked
package org.deltaworks.platform;

import org.jspecify.annotations.NullMarked;
