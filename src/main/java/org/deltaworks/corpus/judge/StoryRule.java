package org.deltaworks.corpus.judge;

import java.util.List;

/** One rule, applied to a whole story. */
interface StoryRule {
  /** The faults in the order of the text; empty if there are none. */
  List<Finding> check(Story story);
}
