package org.deltaworks.ui.models;

import java.util.OptionalDouble;

/** How far the look through a model's whole files is. */
public sealed interface FileCheckState {
  /** Nobody looked yet. */
  record Unchecked() implements FileCheckState {}

  /** Under way; the share is empty while unknown. */
  record Checking(OptionalDouble share) implements FileCheckState {}

  /** Every number is one. */
  record Sound(String sha256) implements FileCheckState {}

  /** Some numbers are none, or the files cannot be read. */
  record Broken(String message) implements FileCheckState {}
}
