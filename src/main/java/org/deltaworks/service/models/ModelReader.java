package org.deltaworks.service.models;

import java.nio.file.Path;
import org.deltaworks.domain.models.BaseModel;

/** Port: reads a model folder's headers. */
@FunctionalInterface
public interface ModelReader {
  /**
   * Reads a folder; no weight is touched.
   *
   * @throws org.deltaworks.domain.problem.ProblemException if it holds no model we can use
   */
  BaseModel read(String name, Path folder);
}
