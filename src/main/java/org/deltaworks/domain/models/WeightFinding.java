package org.deltaworks.domain.models;

import java.util.Optional;

/**
 * What reading all of a model's weight files to their end found.
 *
 * @param sha256 one hash over them
 * @param notFinite the first tensor that holds NaN or infinity, if any
 */
public record WeightFinding(String sha256, Optional<String> notFinite) {}
