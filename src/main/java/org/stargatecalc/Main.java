package org.stargatecalc;

/** Placeholder. */
public final class Main {
  private Main() {}

  /** Runs. */
  public static void main(String[] args) {
    System.out.println("hi");
  }
}
