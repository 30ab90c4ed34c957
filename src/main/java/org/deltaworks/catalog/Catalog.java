package org.deltaworks.catalog;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.deltaworks.domain.adapters.AdapterPublisher;
import org.deltaworks.domain.adapters.AdapterStore;
import org.deltaworks.domain.datasets.DatasetStore;
import org.deltaworks.domain.models.ModelStore;
import org.deltaworks.domain.settings.SettingsStore;
import org.deltaworks.domain.training.RunStore;
import org.deltaworks.domain.training.SweepStore;
import org.deltaworks.platform.AtomicFiles;
import org.deltaworks.platform.Folders;

/**
 * The open catalog of a home folder. Any number of processes may have it open; each has one
 * connection that writes. Closing it twice is fine.
 */
public final class Catalog implements AutoCloseable {
  private final Database database;
  private final RunStore runs;
  private final SweepStore sweeps;
  private final AdapterStore adapters;
  private final CatalogPublisher publisher;
  private final ModelStore models;
  private final DatasetStore datasets;
  private final SettingsStore settings;

  private Catalog(Database database, Folders folders, Clock clock) {
    this.database = database;
    HomePaths paths = new HomePaths(folders.home());
    AdapterRows adapterRows = new AdapterRows(paths);
    runs = new CatalogRuns(database, paths, clock);
    sweeps = new CatalogSweeps(database, clock);
    adapters = new CatalogAdapters(database, adapterRows, clock);
    publisher = new CatalogPublisher(database, adapterRows, paths, folders.adapters());
    models = new CatalogModels(database, paths);
    datasets = new CatalogDatasets(database, paths);
    settings = new CatalogSettings(database);
  }

  /**
   * Opens the catalog, makes it where there is none, backs it up and migrates it where it is older,
   * and finishes what a dead process began to publish. Refuses a newer, foreign or damaged one and
   * leaves it as it is.
   *
   * @throws org.deltaworks.domain.problem.ProblemException in plain words, whatever goes wrong
   */
  public static Catalog open(Folders folders) {
    return open(folders, Migrations.ofThisProgram(), Clock.systemUTC());
  }

  static Catalog open(Folders folders, Migrations migrations, Clock clock) {
    AtomicFiles.ensureFolder(folders.home());
    SqliteLibrary.unpackInto(folders.cache());
    Database database = Database.open(folders.catalog());
    try {
      migrations.bringUpToDate(database, folders.backups());
      Catalog catalog = new Catalog(database, folders, clock);
      catalog.publisher.recover();
      return catalog;
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  /** The book of runs. */
  public RunStore runs() {
    return runs;
  }

  /** Runs that were asked for together, to be compared. */
  public SweepStore sweeps() {
    return sweeps;
  }

  /** The shelf of adapters. */
  public AdapterStore adapters() {
    return adapters;
  }

  /** Brings finished adapters onto the shelf. */
  public AdapterPublisher publisher() {
    return publisher;
  }

  /** The base models. */
  public ModelStore models() {
    return models;
  }

  /** The data files. */
  public DatasetStore datasets() {
    return datasets;
  }

  /** What a person chose. */
  public SettingsStore settings() {
    return settings;
  }

  /** Where it lies. */
  public Path file() {
    return database.file();
  }

  /**
   * Reads the whole file and says what is wrong with it; empty when all is well. Takes seconds for
   * a large one.
   */
  public List<String> check() {
    return database
        .read(handle -> handle.createQuery("PRAGMA integrity_check").mapTo(String.class).list())
        .stream()
        .filter(line -> !line.equals("ok"))
        .toList();
  }

  @Override
  public void close() {
    database.close();
  }
}
