@NullMarked
package org.deltaworks.service.diagnostics;

import org.jspecify.annotations.NullMarked;
