package org.deltaworks.ui.shell;

/**
 * The machine at this moment, for the status strip.
 *
 * @param engine what computes, such as {@code libtorch 2.7.1 on 8 threads}
 * @param usedBytes memory in use by all programs
 * @param totalBytes memory there is
 */
public record MachineStatus(String engine, long usedBytes, long totalBytes) {}
