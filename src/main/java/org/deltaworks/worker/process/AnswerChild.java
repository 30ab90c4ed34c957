package org.deltaworks.worker.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.deltaworks.engine.kernel.Libtorch;
import org.deltaworks.platform.Folders;
import org.deltaworks.text.TokenizerNatives;
import org.deltaworks.worker.protocol.ChildArguments;
import org.deltaworks.worker.protocol.Line;
import org.deltaworks.worker.protocol.Reply;

/**
 * The process that answers, measures and merges. Its main thread owns every tensor and serves the
 * requests in turn; another reads requests, so that one can be cancelled. It ends with its socket,
 * so that it never outlives who asks.
 */
final class AnswerChild {
  private final ChildArguments.Answer arguments;
  private final Inbox inbox = new Inbox();

  AnswerChild(ChildArguments.Answer arguments) {
    this.arguments = arguments;
  }

  /** Answers until the socket is closed, which ends the process. */
  int run() {
    Path natives = Folders.find(Optional.of(arguments.home())).cache();
    TokenizerNatives.keepIn(natives);
    try (SocketChannel channel =
            SocketChannel.open(UnixDomainSocketAddress.of(arguments.socket()));
        Writer writer = Channels.newWriter(channel, StandardCharsets.UTF_8)) {
      Thread reader = new Thread(() -> read(channel), "requests");
      reader.setDaemon(true);
      reader.start();
      answerAll(natives, reply -> send(writer, reply));
    } catch (IOException | UncheckedIOException e) {
      System.err.println("The one who asked is gone: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return 0;
  }

  private void answerAll(Path natives, Consumer<Reply> replies) throws InterruptedException {
    try (Bench bench = new Bench(() -> Libtorch.start(natives, arguments.threads()), replies);
        Turns turns = new Turns(bench, inbox, replies)) {
      while (true) {
        turns.round();
      }
    }
  }

  private void read(SocketChannel channel) {
    try (BufferedReader reader =
        new BufferedReader(Channels.newReader(channel, StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        inbox.put(Line.request(line));
      }
    } catch (IOException | IllegalArgumentException e) {
      System.err.println("No more requests: " + e.getMessage());
    } finally {
      // Nobody waits for what is still being computed, however long it takes.
      Runtime.getRuntime().halt(0);
    }
  }

  private static void send(Writer writer, Reply reply) {
    try {
      writer.write(Line.of(reply) + "\n");
      writer.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
