#!/usr/bin/env python3
"""Makes weights in NF4 with double quantisation, and what comes back, with numpy and the standard library alone.

Licensed under the Apache License, Version 2.0.
Usage: python make_nf4_cases.py --out FILE.json                    (needs numpy)

QLoRA, arXiv 2305.14314: blocks of 64 numbers of a row (the last one of a row may be shorter), each divided by its largest
magnitude and rounded to the nearest of sixteen levels; the magnitudes in groups of 256, their mean subtracted, rounded to
a signed byte. The levels are worked out here as section 3 says (quantiles of the normal distribution, an exact zero, both
sides of their own) and held against appendix E, before they are used. Per case
  rows, width     shape of the weight: number i is level(i) below, exact in float32, so that it need not be stored
  codes           hexadecimal, row by row, every row filled up to whole blocks; the first number of a byte is its high half
  constants       hexadecimal signed bytes, filled up to whole groups
  scales          bits of float32: the mean, then one for each group
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
    most = np.abs(x).max(axis=2, keepdims=True)
    x = x / np.where(most == 0, np.float32(1), most)
    between = (APPENDIX_E[:-1] + APPENDIX_E[1:]) / np.float32(2)
    codes = np.searchsorted(between, x.reshape(-1), side="left").astype(np.uint8).reshape(-1, 2)
    packed = codes[:, 0] * 16 + codes[:, 1]
    largest = most.reshape(-1)
    mean = np.float32(np.mean(largest, dtype=np.float64))
    rest = largest - mean
    groups = -(-rest.size // GROUP)
    full = np.zeros(groups * GROUP, np.float32)
    full[:rest.size] = rest
    full = full.reshape(groups, GROUP)
    scales = np.abs(full).max(axis=1, keepdims=True) / np.float32(127)
    constants = np.rint(full / np.where(scales == 0, np.float32(1), scales)).astype(np.int8)
    return packed, constants, mean, scales


def restore(packed, constants, mean, scales, rows, width):
    blocks = -(-width // BLOCK)
    largest = np.maximum(constants.astype(np.float32) * scales + mean, np.float32(0)).reshape(-1)[: rows * blocks]
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
