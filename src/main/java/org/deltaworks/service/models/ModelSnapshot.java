package org.deltaworks.service.models;

import java.nio.file.Path;
import java.util.Optional;
import org.deltaworks.domain.models.BaseModel;
import org.deltaworks.domain.problem.Problem;

/**
 * A model as it stands on the shelf.
 *
 * @param name unique name
 * @param folder where its files lie
 * @param bundled whether it ships with the program and so cannot be removed
 * @param details what its headers say; absent if they cannot be read now
 * @param problem why not
 * @param sha256 hash over its weight files, once it is known
 */
public record ModelSnapshot(
    String name,
    Path folder,
    boolean bundled,
    Optional<BaseModel> details,
    Optional<Problem> problem,
    Optional<String> sha256) {}
