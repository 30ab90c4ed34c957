package org.deltaworks.service.datasets;

/**
 * A token as a model reads it.
 *
 * @param id its number
 * @param text what it stands for
 * @param learnt whether it carries loss
 */
public record LabelledToken(int id, String text, boolean learnt) {}
