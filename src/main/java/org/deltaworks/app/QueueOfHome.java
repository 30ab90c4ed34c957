package org.deltaworks.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.deltaworks.catalog.Catalog;
import org.deltaworks.platform.Folders;
import org.deltaworks.platform.LogFiles;
import org.deltaworks.service.runs.HomeRunFolders;
import org.deltaworks.service.runs.QueueService;
import org.deltaworks.service.runs.RunService;
import org.deltaworks.worker.client.ChildCommand;
import org.deltaworks.worker.client.KeeperProcess;
import org.deltaworks.worker.client.TrainingProcesses;
import org.deltaworks.worker.process.QueueDuty;

/** The queue of a home folder, for the processes that have neither window nor command. */
public final class QueueOfHome implements QueueDuty {
  @Override
  public int keep(Path home) {
    Folders folders = Folders.find(Optional.of(home)).prepare();
    try (LogFiles logs = LogFiles.open(folders.logs(), "queue");
        Catalog catalog = Catalog.open(folders)) {
      // A home folder that somebody removed has nothing to start any more.
      queue(catalog, folders).keep(() -> Files.exists(folders.catalog()));
      return 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 1;
    }
  }

  @Override
  public void wake(Catalog catalog, Folders folders) {
    queue(catalog, folders).wake();
  }

  /** The queue, over this process's own connections. */
  static QueueService queue(Catalog catalog, Folders folders) {
    ChildCommand children = ChildCommand.ofThisProcess();
    TrainingProcesses trainer = new TrainingProcesses(folders, children);
    RunService runs = new RunService(catalog.runs(), trainer, new HomeRunFolders(folders));
    return new QueueService(catalog.runs(), runs, trainer, new KeeperProcess(folders, children));
  }
}
