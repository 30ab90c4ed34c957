/** JSON files of other people, read so that a wrong one is told in words. */
@NullMarked
package org.deltaworks.format.json;

import org.jspecify.annotations.NullMarked;
