#!/usr/bin/env python3
"""How exact draws are: src/bench/exactness.py [SCENARIO...], after a build.

For each scenario the root mean square error of quantiles and probabilities over 12 seeds, divided by that of
1,000,000 random draws, as the median over all results; the truth is the mean of two runs of 2^21 Sobol draws.
The error of a million random draws is that of 65,536, divided by the square root of their ratio.
"""
import json
import math
import os
import statistics
import subprocess
import sys

PROGRAM = os.environ.get("PROGRAM", "target/stargate-calc")
SEEDS = range(1, 13)
SCENARIOS = ["src/bench/five-coins.yaml", "src/bench/base-odds.yaml"] + [
    f"scenarios/{name}-uncertain.yaml" for name in ("colossus-2", "new-carlisle")]
KINDS = ("p05", "p50", "p95", "probability")


def run(scenario, draws, seed, sampling="sobol"):
    """All quantiles by year and all probabilities of a run, by kind."""
    output = subprocess.run(
        [PROGRAM, "project", scenario, "--by", "year", "-f", "json", "-n", str(draws), "--seed", str(seed),
         "--sampling", sampling], check=True, capture_output=True).stdout
    result = json.loads(output)
    found = {kind: [] for kind in KINDS}
    for row in result["timeline"]:
        for key, value in row.items():
            if key[-4:] in ("_p05", "_p50", "_p95") and value is not None:
                found[key[-3:]].append(value)
    found["probability"] = [claim["probability_met"] for claim in result["claims"]]
    return found


def errors(scenario, draws, sampling, truth):
    runs = [run(scenario, draws, 7919 * seed, sampling) for seed in SEEDS]
    return {kind: [math.sqrt(statistics.fmean((one[kind][i] - true) ** 2 for one in runs))
                   for i, true in enumerate(truth[kind])] for kind in KINDS}


def main():
    print(f"{'scenario':36} {'draws':>6}  " + "  ".join(f"{kind:>11}" for kind in KINDS))
    for scenario in sys.argv[1:] or SCENARIOS:
        one, other = run(scenario, 1 << 21, 999331), run(scenario, 1 << 21, 31337)
        truth = {kind: [(a + b) / 2 for a, b in zip(one[kind], other[kind])] for kind in KINDS}
        random = errors(scenario, 1 << 16, "random", truth)
        for draws in (10_000, 1 << 14, 1 << 16):
            sobol = errors(scenario, draws, "sobol", truth)
            cells = []
            for kind in KINDS:
                ratios = [error / (at_random * math.sqrt(65_536e-6))
                          for error, at_random, true in zip(sobol[kind], random[kind], truth[kind])
                          if at_random > 1e-9 * abs(true)]
                cells.append(f"{statistics.median(ratios):11.2f}" if ratios else f"{'-':>11}")
            print(f"{scenario:36} {draws:>6}  " + "  ".join(cells))


main()
