/** Trainings that end, for whoever wants to be told. */
@NullMarked
package org.deltaworks.service.endings;

import org.jspecify.annotations.NullMarked;
