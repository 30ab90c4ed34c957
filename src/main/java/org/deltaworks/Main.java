package org.deltaworks;

/** The one entry point: window, command line or worker, chosen by the arguments. */
public final class Main {
  private Main() {}

  /** Starts what the arguments ask for. */
  public static void main(String[] arguments) {
    System.out.println("Deltaworks");
  }
}
