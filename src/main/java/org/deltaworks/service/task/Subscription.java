package org.deltaworks.service.task;

/** Something that goes on until it is closed; closing twice is fine. */
@FunctionalInterface
public interface Subscription extends AutoCloseable {
  @Override
  void close();
}
