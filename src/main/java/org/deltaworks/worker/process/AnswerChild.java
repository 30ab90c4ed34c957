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
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.engine.kernel.Libtorch;
import org.deltaworks.platform.Folders;
import org.deltaworks.text.TokenizerNatives;
import org.deltaworks.worker.protocol.ChildArguments;
import org.deltaworks.worker.protocol.Line;
import org.deltaworks.worker.protocol.Reply;
import org.deltaworks.worker.protocol.Request;

/**
 * The process that answers, measures and merges. Its main thread owns every tensor and does one
 * request after the other; another reads requests, so that one can be cancelled. It ends with its
 * socket, so that it never outlives who asks.
 */
final class AnswerChild {
  private final ChildArguments.Answer arguments;
  private final BlockingQueue<Request> requests = new LinkedBlockingQueue<>();
  private final Set<Long> cancelled = ConcurrentHashMap.newKeySet();

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
    try (Bench bench = new Bench(() -> Libtorch.start(natives, arguments.threads()), replies)) {
      while (true) {
        answer(bench, requests.take(), replies);
      }
    }
  }

  private void answer(Bench bench, Request request, Consumer<Reply> replies) {
    try {
      bench.answer(request, () -> cancelled.contains(request.id()));
    } catch (UncheckedIOException gone) {
      throw gone;
    } catch (RuntimeException | Error thrown) {
      Problem problem = Explanation.of(thrown);
      if (problem.kind() == Problem.Kind.DEFECT) {
        thrown.printStackTrace();
      }
      replies.accept(Reply.Failed.of(request.id(), problem));
    } finally {
      cancelled.remove(request.id());
    }
  }

  private void read(SocketChannel channel) {
    try (BufferedReader reader =
        new BufferedReader(Channels.newReader(channel, StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        Request request = Line.request(line);
        if (request instanceof Request.Cancel cancel) {
          cancelled.add(cancel.id());
        } else {
          requests.add(request);
        }
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
