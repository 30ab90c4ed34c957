package org.deltaworks.platform;

import java.util.Set;
import org.deltaworks.domain.estimate.Host;

/**
 * What this computer has, for choosing threads and types, for estimates and for the doctor.
 *
 * @param system operating system with its version
 * @param architecture such as {@code amd64}
 * @param processor its name, or empty where the system does not tell
 * @param threads logical processors this process may use
 * @param cores physical cores among them, never more than {@code threads}
 * @param totalMemory bytes of memory this process may use, a container's limit included
 * @param availableMemory bytes that can be had now without pushing others out
 * @param features instruction sets as Linux names them, such as {@code avx512f}, {@code
 *     avx512_bf16}, {@code amx_bf16}; empty where the system does not tell
 */
public record Machine(
    String system,
    String architecture,
    String processor,
    int threads,
    int cores,
    long totalMemory,
    long availableMemory,
    Set<String> features) {
  public Machine {
    features = Set.copyOf(features);
  }

  /** Whether bfloat16 multiplies in hardware; without it bfloat16 saves memory but no time. */
  public boolean hasFastBfloat16() {
    return features.contains("avx512_bf16")
        || features.contains("amx_bf16")
        || features.contains("bf16");
  }

  /** What of it decides what a training takes. */
  public Host host() {
    return new Host(totalMemory, threads, hasAvx512(), hasFastBfloat16());
  }

  /** Whether 512-bit vectors are there. */
  public boolean hasAvx512() {
    return features.contains("avx512f");
  }
}
