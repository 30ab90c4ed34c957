package org.deltaworks.format.rows;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.deltaworks.domain.problem.Problem;

/** Takes what a file holds, one after the other; answers whether to go on. */
interface RecordVisitor {
  /** A record, whatever the file's format, as named values. */
  boolean record(Place place, ObjectNode record);

  /** Something that could not be read. */
  boolean problem(Place place, Problem problem);
}
