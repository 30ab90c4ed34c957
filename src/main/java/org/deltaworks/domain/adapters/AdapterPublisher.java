package org.deltaworks.domain.adapters;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Brings a finished adapter into the catalog: its folder and its record appear together or not at
 * all, also when the process is killed in between.
 */
public interface AdapterPublisher {
  /** Name of the weight file in PEFT's layout. */
  String WEIGHTS = "adapter_model.safetensors";

  /** Name of the configuration file in PEFT's layout. */
  String CONFIGURATION = "adapter_config.json";

  /**
   * Writes the folder under a temporary name, then gives folder and record their final names. When
   * the name is taken it becomes {@code name-2}, {@code name-3} …: what was learnt is never lost to
   * a name.
   *
   * @param draft the record; its {@code id}, {@code folder} and {@code bytes} are ignored
   * @param contents writes {@value #CONFIGURATION}, {@value #WEIGHTS} and whatever goes with them
   * @return the record as it stands in the catalog
   */
  Adapter publish(Adapter draft, Contents contents);

  /** Writes the files of an adapter. */
  @FunctionalInterface
  interface Contents {
    /** Writes every file into this empty folder; its path is a temporary one. */
    void writeTo(Path folder) throws IOException;
  }
}
