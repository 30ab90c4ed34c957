package org.deltaworks.corpus.demo;

import java.util.List;
import org.deltaworks.domain.demos.DemoMetric;

/**
 * What a demo's files are written from.
 *
 * @param name its folder, and what {@code demo --name} takes
 * @param title two or three words for a card
 * @param sentence what will happen, for a layperson
 * @param metric what is measured on the held-out rows
 * @param trainingRows how many rows are learnt
 * @param prompts what to try by hand; they name what no training row names
 * @param rows what writes the rows
 */
record DemoText(
    String name,
    String title,
    String sentence,
    DemoMetric metric,
    int trainingRows,
    List<String> prompts,
    DemoRows rows) {
  DemoText {
    prompts = List.copyOf(prompts);
  }
}
