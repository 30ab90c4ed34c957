package org.deltaworks.text.template;

/**
 * A text in the making that refuses to grow beyond what any template needs, before it has grown.
 */
final class Growing {
  private final StringBuilder text = new StringBuilder();

  Growing append(CharSequence more) {
    makeRoom(more.length());
    text.append(more);
    return this;
  }

  Growing append(CharSequence of, int from, int to) {
    makeRoom(to - from);
    text.append(of, from, to);
    return this;
  }

  Growing append(char c) {
    makeRoom(1);
    text.append(c);
    return this;
  }

  int length() {
    return text.length();
  }

  private void makeRoom(int more) {
    if ((long) text.length() + more > PythonText.LONGEST) {
      throw PythonText.tooLong();
    }
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
