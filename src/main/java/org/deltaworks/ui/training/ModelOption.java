package org.deltaworks.ui.training;

/**
 * A base that one can start from.
 *
 * @param name its name in the catalog
 * @param detail what it is, in a few words: family, size, licence
 */
public record ModelOption(String name, String detail) {}
