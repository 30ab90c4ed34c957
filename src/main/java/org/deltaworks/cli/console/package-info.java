/** What every command shares: its options, its streams, its result and how it fails. */
@NullMarked
package org.deltaworks.cli.console;

import org.jspecify.annotations.NullMarked;
