package org.deltaworks.ui.training;

/**
 * Examples that one can learn from.
 *
 * @param name their name in the catalog
 * @param detail how many rows and how they are read
 */
public record DataOption(String name, String detail) {}
