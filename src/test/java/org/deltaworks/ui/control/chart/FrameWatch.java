package org.deltaworks.ui.control.chart;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;

/**
 * Counts the frames of a window from {@link #start} to {@link #stop}, both called on the window's
 * thread. A pulse waits until the picture before it was drawn, so a renderer that falls behind
 * makes the gaps between pulses longer.
 */
final class FrameWatch extends AnimationTimer {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final long[] at = new long[100_000];
  private final long[] worked = new long[at.length];
  private final Scene scene;
  private final Runnable laidOut = this::laidOut;
  private final long[] processor = new long[2];
  private int frames;
  private int redraws;

  FrameWatch(Scene scene) {
    this.scene = scene;
  }

  @Override
  public void start() {
    processor[0] = processorTime("JavaFX Application Thread");
    processor[1] = processorTime("QuantumRenderer-0");
    scene.addPostLayoutPulseListener(laidOut);
    super.start();
  }

  @Override
  public void stop() {
    super.stop();
    scene.removePostLayoutPulseListener(laidOut);
    processor[0] = processorTime("JavaFX Application Thread") - processor[0];
    processor[1] = processorTime("QuantumRenderer-0") - processor[1];
  }

  @Override
  public void handle(long now) {
    at[frames++] = System.nanoTime();
  }

  /** The chart has drawn its curves. */
  void redrawn() {
    redraws++;
  }

  private void laidOut() {
    if (frames > 0) {
      worked[frames - 1] = System.nanoTime() - at[frames - 1];
    }
  }

  /** Frames a second by the median gap. */
  double framesPerSecond() {
    return 1e3 / share(gaps(), 0.5);
  }

  /** The gap in milliseconds that 99 of 100 gaps are at most as long as. */
  double longGap() {
    return share(gaps(), 0.99);
  }

  /** All figures in a line. */
  String line() {
    double[] gaps = gaps();
    double[] drawing = IntStream.range(0, frames).mapToDouble(i -> worked[i] / 1e6).toArray();
    return String.format(
        Locale.ROOT,
        "%5.1f frames/s by the median gap, %5d frames, %5d with new curves; gap p99 %6.1f ms,"
            + " longest %6.1f ms; layout and drawing %5.2f ms, p99 %6.2f; processor per frame:"
            + " window's thread %5.2f ms, renderer %5.2f ms",
        framesPerSecond(),
        frames,
        redraws,
        longGap(),
        share(gaps, 1),
        share(drawing, 0.5),
        share(drawing, 0.99),
        processor[0] / 1e6 / Math.max(1, frames),
        processor[1] / 1e6 / Math.max(1, frames));
  }

  private double[] gaps() {
    return IntStream.range(1, frames).mapToDouble(i -> (at[i] - at[i - 1]) / 1e6).toArray();
  }

  private static double share(double[] values, double share) {
    if (values.length == 0) {
      return Double.NaN;
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  }

  private static long processorTime(String thread) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(one -> one.getName().equals(thread))
        .mapToLong(one -> THREADS.getThreadCpuTime(one.threadId()))
        .sum();
  }
}
