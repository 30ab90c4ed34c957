package org.deltaworks.service.adapters;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.deltaworks.domain.adapters.Adapter;
import org.deltaworks.domain.adapters.AdapterLocator;
import org.deltaworks.domain.adapters.AdapterStore;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.service.task.Listeners;
import org.deltaworks.service.task.Subscription;

/** The shelf of adapters. Any thread but the window's. */
public final class AdapterService {
  private static final int MAX_RATING = 5;

  private final AdapterStore store;
  private final AdapterFolders folders;
  private final Listeners<List<Adapter>> listeners = new Listeners<>();

  /** Over a catalog and the folders of its adapters. */
  public AdapterService(AdapterStore store, AdapterFolders folders) {
    this.store = store;
    this.folders = folders;
  }

  /** All of them, newest first. */
  public List<Adapter> list() {
    return store.list();
  }

  /** Those whose name, base, notes or tags contain every word of the query. */
  public List<Adapter> search(String query) {
    List<String> words = List.of(query.strip().toLowerCase(Locale.ROOT).split("\\s+", -1));
    return store.list().stream().filter(a -> words.stream().allMatch(text(a)::contains)).toList();
  }

  /** Hears the whole list whenever it was changed from this process. */
  public Subscription follow(Consumer<List<Adapter>> receiver) {
    return listeners.add(receiver);
  }

  /**
   * One by name.
   *
   * @throws org.deltaworks.domain.problem.ProblemException if there is none
   */
  public Adapter find(String name) {
    return store
        .find(name)
        .orElseThrow(
            () ->
                Problem.of(
                        Problem.Kind.NOT_FOUND,
                        "There is no adapter \"%s\" in the catalog.".formatted(name),
                        "Look at the list of adapters for the right name.")
                    .asException());
  }

  /**
   * Where an adapter lies, by catalog name or folder.
   *
   * @throws org.deltaworks.domain.problem.ProblemException if there is none
   */
  public Path folderOf(String nameOrFolder) {
    return new AdapterLocator(store).find(nameOrFolder);
  }

  /** Changes the name; refuses one that is empty or taken. */
  public Adapter rename(long id, String name) {
    if (name.isBlank()) {
      throw Problem.at(
              "name", Problem.Kind.WRONG_USAGE, "The name is empty.", "Give a name of a few words.")
          .asException();
    }
    return changed(store.rename(id, name.strip()));
  }

  /** Changes notes, tags and rating. */
  public Adapter annotate(long id, String notes, List<String> tags, int rating) {
    List<String> clean =
        tags.stream()
            .map(String::strip)
            .filter(t -> !t.isEmpty())
            .distinct()
            .sorted(Comparator.naturalOrder())
            .toList();
    return changed(store.annotate(id, notes, clean, Math.clamp(rating, 0, MAX_RATING)));
  }

  /** Puts it in the bin, until {@link #restore} or {@link #purge}; its files stay. */
  public void discard(long id) {
    store.discard(id);
    publish();
  }

  /** Takes it out of the bin. */
  public void restore(long id) {
    store.restore(id);
    publish();
  }

  /** Forgets a discarded adapter and removes its folder if it is one of ours. */
  public void purge(long id) {
    Optional<Adapter> gone = store.discarded().stream().filter(a -> a.id() == id).findFirst();
    store.purge(id);
    gone.map(Adapter::folder).ifPresent(folders::remove);
  }

  /**
   * Copies an adapter in PEFT layout into the home folder and puts it on the shelf.
   *
   * @param name what to call it; the folder's own name if absent
   * @throws org.deltaworks.domain.problem.ProblemException if it is no adapter we can use, or the
   *     name is taken
   */
  public Adapter importFolder(Path folder, Optional<String> name) {
    String called =
        name.orElseGet(
            () -> Objects.toString(folder.toAbsolutePath().normalize().getFileName(), "adapter"));
    return changed(folders.bringIn(folder, called));
  }

  /**
   * Writes a copy in PEFT layout.
   *
   * @param out a folder that is not there yet, or empty
   */
  public void exportPeft(String nameOrFolder, Path out) {
    folders.copyOut(nameOrFolder, out);
  }

  private Adapter changed(Adapter adapter) {
    publish();
    return adapter;
  }

  private void publish() {
    listeners.publish(store.list());
  }

  private static String text(Adapter adapter) {
    return String.join(
            " ",
            adapter.name(),
            adapter.lineage().baseModel(),
            adapter.notes(),
            String.join(" ", adapter.tags()))
        .toLowerCase(Locale.ROOT);
  }
}
