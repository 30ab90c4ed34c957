#!/usr/bin/env python3
"""Makes weights in NF4 with double quantisation, and what comes back, with numpy and the standard library alone.

Licensed under the Apache License, Version 2.0.
Usage: python make_nf4_cases.py --out FILE.json                    (needs numpy)

QLoRA, arXiv 2305.14314: blocks of 64 numbers of a row (the last one of a row may be shorter), each divided by its largest
magnitude and rounded to the nearest of sixteen levels. The magnitudes are rounded before: their logarithms in groups of 256,
the mean of all subtracted, in even steps to a signed byte (decision 069); a block of zeros counts as one of the mean. The levels are worked out here as section 3 says (quantiles of the normal distribution, an exact zero, both
sides of their own) and held against appendix E, before they are used. Per case
  rows, width     shape of the weight: number i is level(i) below, exact in float32, so that it need not be stored
  codes           hexadecimal, row by row, every row filled up to whole blocks; the first number of a byte is its high half
  constants       hexadecimal signed bytes, filled up to whole groups
  scales          bits of float32: the mean of the logarithms, then the step of each group
  restored        bits of float32, row by row
"""
import argparse
import json
from statistics import NormalDist

import numpy as np

BLOCK, GROUP = 64, 256
APPENDIX_E = np.array([
    -1.0, -0.6961928009986877, -0.5250730514526367, -0.39491748809814453, -0.28444138169288635, -0.18477343022823334,
    -0.09105003625154495, 0.0, 0.07958029955625534, 0.16093020141124725, 0.24611230194568634, 0.33791524171829224,
    0.44070982933044434, 0.5626170039176941, 0.7229568362236023, 1.0], dtype=np.float32)


def levels_of_the_paper():
    """Eight quantiles of the upper half and seven of the lower one, from an outermost one that is finite, and zero."""
    outermost = (1 - 1 / 32 + 1 - 1 / 30) / 2
    quantile = NormalDist().inv_cdf
    above = [quantile(p) for p in np.linspace(outermost, 0.5, 9)[:-1]]
    below = [-quantile(p) for p in np.linspace(outermost, 0.5, 8)[:-1]]
    levels = np.array(sorted(above + below + [0.0]))
    return levels / levels.max()


def number(i, kind):
    """Exact in float32: products of whole numbers of ten bits."""
    if kind == "zeros":
        return 0.0
    if kind == "sparse" and (i // 64) % 3 == 0:
        return 0.0
    a, b = (i * 7919 + 13) % 2003 - 1001, (i * 104729 + 7) % 1009
    return a * b / 2.0 ** (22 + (i // 97) % 5)


def quantise(weight):
    rows, width = weight.shape
    blocks = -(-width // BLOCK)
    padded = np.zeros((rows, blocks * BLOCK), np.float32)
    padded[:, :width] = weight
    x = padded.reshape(rows, blocks, BLOCK)
    largest = np.abs(x).max(axis=2).reshape(-1).astype(np.float64)
    filled = largest > 0
    logs = np.log(np.where(filled, largest, 1.0))
    mean = np.float32(logs[filled].mean() if filled.any() else 0)
    rest = np.where(filled, logs - np.float64(mean), 0.0)
    groups = -(-rest.size // GROUP)
    full = np.zeros(groups * GROUP)
    full[:rest.size] = rest
    full = full.reshape(groups, GROUP)
    scales = (np.abs(full).max(axis=1, keepdims=True) / 127).astype(np.float32)
    constants = np.rint(full / np.where(scales == 0, 1.0, scales.astype(np.float64))).astype(np.int8)
    held = magnitudes(constants, mean, scales)[: rows * blocks].reshape(rows, blocks, 1)
    between = (APPENDIX_E[:-1] + APPENDIX_E[1:]) / np.float32(2)
    codes = np.searchsorted(between, (x / held).reshape(-1), side="left").astype(np.uint8).reshape(-1, 2)
    return codes[:, 0] * 16 + codes[:, 1], constants, mean, scales


def magnitudes(constants, mean, scales):
    logs = constants.astype(np.float64) * scales.astype(np.float64) + np.float64(mean)
    return np.exp(logs).astype(np.float32).reshape(-1)


def restore(packed, constants, mean, scales, rows, width):
    blocks = -(-width // BLOCK)
    largest = magnitudes(constants, mean, scales)[: rows * blocks]
    values = APPENDIX_E[np.stack([packed >> 4, packed & 15], 1).reshape(-1)].reshape(rows, blocks, BLOCK)
    return (values * largest.reshape(rows, blocks, 1)).reshape(rows, blocks * BLOCK)[:, :width]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--out", required=True)
    assert np.abs(levels_of_the_paper() - APPENDIX_E).max() < 2e-6, levels_of_the_paper()
    cases = []
    for name, rows, width, kind in [("whole blocks", 3, 128, "usual"), ("shorter last block", 5, 70, "usual"),
                                    ("blocks of zeros", 4, 128, "sparse"), ("nothing but zeros", 2, 64, "zeros"),
                                    ("two groups", 300, 8, "usual"), ("odd width", 7, 33, "usual")]:
        weight = np.array([number(i, kind) for i in range(rows * width)], np.float64)
        assert (weight == weight.astype(np.float32)).all()
        weight = weight.astype(np.float32).reshape(rows, width)
        packed, constants, mean, scales = quantise(weight)
        restored = restore(packed, constants, mean, scales, rows, width)
        cases.append({
            "name": name, "rows": rows, "width": width, "kind": kind,
            "codes": packed.tobytes().hex(), "constants": constants.tobytes().hex(),
            "scales": [int(b) for b in np.concatenate([[mean], scales.reshape(-1)]).astype(np.float32).view(np.uint32)],
            "restored": restored.astype("<f4").tobytes().hex()})
    with open(parser.parse_args().out, "w", encoding="utf-8") as file:
        json.dump({"numpy": np.__version__, "cases": cases}, file, indent=1)
        file.write("\n")


if __name__ == "__main__":
    main()
