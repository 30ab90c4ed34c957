/** Commands over the shelves of the catalog: models, data and adapters. */
@NullMarked
package org.deltaworks.cli.shelf;

import org.jspecify.annotations.NullMarked;
