package org.deltaworks.service.adapters;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.deltaworks.domain.adapters.Adapter;
import org.deltaworks.domain.adapters.AdapterLocator;
import org.deltaworks.domain.adapters.AdapterPublisher;
import org.deltaworks.domain.adapters.AdapterStore;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.format.peft.PeftReader;
import org.deltaworks.format.peft.PeftSettings;
import org.deltaworks.format.safetensors.SafetensorsHeader;
import org.deltaworks.format.safetensors.SafetensorsReader;
import org.deltaworks.format.safetensors.TensorNumbers;
import org.deltaworks.platform.AtomicFiles;
import org.deltaworks.platform.FileTree;
import org.deltaworks.platform.FileTrouble;

/** Adapter folders in PEFT layout: bringing them in, copying them out, removing them. */
public final class PeftFolders implements AdapterFolders {
  private final Path shelf;
  private final AdapterPublisher publisher;
  private final AdapterStore store;
  private final PeftReader reader = new PeftReader(new SafetensorsReader(), new TensorNumbers());

  /**
   * Over a home folder.
   *
   * @param shelf folder of the published adapters
   */
  public PeftFolders(Path shelf, AdapterPublisher publisher, AdapterStore store) {
    this.shelf = shelf.toAbsolutePath().normalize();
    this.publisher = publisher;
    this.store = store;
  }

  @Override
  public Adapter bringIn(Path folder, String name) {
    if (store.find(name).isPresent()) {
      throw Problem.at(
              "name",
              Problem.Kind.CONFLICT,
              "An adapter is called \"%s\" already.".formatted(name),
              "Choose another name, or rename the other one first.")
          .asException();
    }
    PeftSettings settings = reader.settings(folder);
    SafetensorsHeader weights = reader.header(folder);
    long numbers =
        weights.tensors().stream()
            .mapToLong(t -> t.shape().stream().reduce(1L, Math::multiplyExact))
            .sum();
    Adapter draft =
        new Adapter(
            0,
            name,
            shelf.resolve(name),
            Instant.now(),
            settings.lora().rank(),
            settings.lora().alpha(),
            settings.lora().targets().text(),
            numbers,
            0,
            new Adapter.Lineage(
                settings.baseModel().orElse("unknown"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()),
            Optional.empty(),
            "",
            List.of(),
            0);
    return publisher.publish(draft, into -> copyFiles(folder, into));
  }

  @Override
  public void copyOut(String nameOrFolder, Path out) {
    Path from = new AdapterLocator(store).find(nameOrFolder);
    reader.settings(from);
    reader.header(from);
    AtomicFiles.createFolder(out, into -> copyFiles(from, into));
  }

  @Override
  public void remove(Path folder) {
    Path place = folder.toAbsolutePath().normalize();
    if (!place.startsWith(shelf) || place.equals(shelf)) {
      return;
    }
    try {
      FileTree.delete(place);
    } catch (IOException e) {
      throw FileTrouble.writing(place, e);
    }
  }

  /** Plain files only: what an adapter is made of lies directly in its folder. */
  private static void copyFiles(Path from, Path into) throws IOException {
    List<Path> files;
    try (Stream<Path> inside = Files.list(from)) {
      files = inside.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      Files.copy(file, into.resolve(file.getFileName()));
    }
  }
}
