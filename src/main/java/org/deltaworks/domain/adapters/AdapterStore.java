package org.deltaworks.domain.adapters;

import java.util.List;
import java.util.Optional;

/** The catalog's shelf of adapters. Every method may be called from any thread but the window's. */
public interface AdapterStore {
  /** All of them, newest first; those put in the bin are left out. */
  List<Adapter> list();

  /** One by name. */
  Optional<Adapter> find(String name);

  /**
   * Adds the record of a folder that is complete under its final name, or refuses a name that is
   * taken.
   *
   * @param draft its {@code id} is ignored
   * @return the record with its key
   */
  Adapter add(Adapter draft);

  /** Changes the name; the folder keeps its own. Refuses one that is taken. */
  Adapter rename(long id, String name);

  /** Changes notes, tags and rating. */
  Adapter annotate(long id, String notes, List<String> tags, int rating);

  /**
   * Puts it in the bin: gone from every list, files kept, until {@link #restore} or {@link #purge}.
   */
  void discard(long id);

  /** Takes it out of the bin. */
  void restore(long id);

  /** Forgets the record of a discarded adapter; the caller removes the folder. */
  void purge(long id);

  /**
   * Those whose folder is gone: deleted or moved by somebody else. They stay listed, to be told.
   */
  List<Adapter> missing();

  /** Those in the bin. */
  List<Adapter> discarded();
}
