/** What a person can send along with a bug report, and nothing that is theirs alone. */
@NullMarked
package org.deltaworks.service.diagnostics;

import org.jspecify.annotations.NullMarked;
