package org.deltaworks.worker.client;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.worker.protocol.ChildArguments;
import org.deltaworks.worker.protocol.Line;
import org.deltaworks.worker.protocol.Reply;
import org.deltaworks.worker.protocol.Request;
import org.jspecify.annotations.Nullable;

/**
 * One answering process and the socket to it. Requests may be sent before it is ready. When it dies
 * every open request fails with its last words, and this connection is over.
 */
final class AnswerConnection implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(AnswerConnection.class.getName());

  private final Process process;
  private final Path folder;
  private final Path log;
  private final ServerSocketChannel server;
  private final Map<Long, Consumer<Reply>> open = new ConcurrentHashMap<>();

  /** Sent in the order of asking, so that no wish to give up overtakes its question. */
  private final BlockingQueue<Request> outgoing = new LinkedBlockingQueue<>();

  private final CountDownLatch connected = new CountDownLatch(1);
  private final Thread sender = Thread.ofVirtual().name("questions").unstarted(this::sendAll);
  private @Nullable Writer writer;
  private volatile boolean over;

  private AnswerConnection(Process process, Path folder, Path log, ServerSocketChannel server) {
    this.process = process;
    this.folder = folder;
    this.log = log;
    this.server = server;
  }

  /** Starts a process; it connects by itself when it is ready. */
  static AnswerConnection start(ChildCommand command, Path home, Path log, int threads) {
    try {
      Path folder = Files.createTempDirectory("dw");
      Path socket = folder.resolve("s");
      ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
      server.bind(UnixDomainSocketAddress.of(socket));
      Process process = command.start(new ChildArguments.Answer(home, socket, threads), log);
      AnswerConnection connection = new AnswerConnection(process, folder, log, server);
      process.onExit().thenRun(connection::end);
      Thread.ofVirtual().name("answers").start(connection::listen);
      connection.sender.start();
      return connection;
    } catch (IOException e) {
      throw Problem.of(
              Problem.Kind.NOT_AVAILABLE,
              "The answering process could not be started: " + e.getMessage() + ".",
              "Check that the folder for temporary files can be written to, and try again.")
          .asException(e);
    }
  }

  /** Whether it can still be asked. */
  boolean alive() {
    return !over && process.isAlive();
  }

  /** Sends a request; the receiver hears every reply to it, the last one surely. */
  void send(Request request, Consumer<Reply> receiver) {
    open.put(request.id(), receiver);
    if (over) {
      failAll();
      return;
    }
    outgoing.add(request);
  }

  /** Sends a request that nobody replies to. */
  void send(Request request) {
    outgoing.add(request);
  }

  private void sendAll() {
    try {
      connected.await();
      Writer out = writer;
      while (out != null && !over) {
        out.write(Line.of(outgoing.take()) + "\n");
        out.flush();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      end();
    }
  }

  private void listen() {
    try (SocketChannel channel = server.accept();
        BufferedReader reader =
            new BufferedReader(Channels.newReader(channel, StandardCharsets.UTF_8))) {
      writer = Channels.newWriter(channel, StandardCharsets.UTF_8);
      connected.countDown();
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        receive(Line.reply(line));
      }
    } catch (IOException | IllegalArgumentException e) {
      LOG.log(System.Logger.Level.DEBUG, "the answering process is gone", e);
    } finally {
      end();
    }
  }

  private void receive(Reply reply) {
    Consumer<Reply> receiver =
        reply instanceof Reply.Piece ? open.get(reply.id()) : open.remove(reply.id());
    if (receiver != null) {
      receiver.accept(reply);
    }
  }

  private void end() {
    over = true;
    connected.countDown();
    sender.interrupt();
    closeQuietly();
    failAll();
  }

  private void failAll() {
    Problem problem =
        Problem.of(
            Problem.Kind.WORKER_DIED,
            "The process that answers ended unexpectedly."
                + LastWords.of(log).map(w -> " Its last words: " + w).orElse(""),
            "Ask again; it is started anew. If memory is short, close other programs first.");
    for (Long id : open.keySet()) {
      Consumer<Reply> receiver = open.remove(id);
      if (receiver != null) {
        receiver.accept(Reply.Failed.of(id, problem));
      }
    }
  }

  private void closeQuietly() {
    try {
      server.close();
      Files.deleteIfExists(folder.resolve("s"));
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      LOG.log(System.Logger.Level.DEBUG, "could not clean up " + folder, e);
    }
  }

  @Override
  public void close() {
    process.destroy();
    end();
  }
}
