package org.deltaworks.ui.playground;

import java.util.Optional;

/**
 * A question of this session.
 *
 * @param prompt what was asked
 * @param model the base
 * @param adapter the adapter, if one was asked too
 * @param strength how strongly it spoke
 */
public record Exchange(String prompt, String model, Optional<String> adapter, double strength) {}
