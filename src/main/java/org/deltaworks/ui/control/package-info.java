/** Our own controls: charts, tables, empty and loading states, pickers. */
@NullMarked
package org.deltaworks.ui.control;

import org.jspecify.annotations.NullMarked;
