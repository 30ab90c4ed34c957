package org.deltaworks.platform;

/** Shows one notice, in a process with a search path of its own. */
final class DesktopNoticeMain {
  private DesktopNoticeMain() {}

  public static void main(String[] arguments) {
    DesktopNotice.show(arguments[0], arguments[1]);
  }
}
