/** Tests of the template engine. */
@NullMarked
package org.deltaworks.text.template;

import org.jspecify.annotations.NullMarked;
