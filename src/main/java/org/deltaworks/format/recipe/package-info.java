/** Recipes: the settings of a training as a JSON file. */
@NullMarked
package org.deltaworks.format.recipe;

import org.jspecify.annotations.NullMarked;
