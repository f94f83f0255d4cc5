#!/bin/sh
# Measures draws: the tool against the same model in C (five_phases.c), with vectors and without, and in numpy, one after
# the other. numpy works on one thread; it is also given two, each with its own draws, as its model here can be.
#
# usage: src/bench/draws.sh [DRAWS]        (1000000; needs target/stargate-calc, python3, GNU time; numpy, cc)
#
# Prints wall time, CPU time (user and system) and peak memory of each, what start-up costs each, and the ratios.
# Compare ratios, not seconds; on a machine that is doing other work compare CPU time.
set -eu
cd "$(dirname "$0")/../.."
draws=${1:-1000000}
tool=${STARGATE_CALC:-target/stargate-calc}
scenario=src/bench/five-phases.yaml
[ -x "$tool" ] || { echo "draws.sh: $tool is missing: build it first with mvn package" >&2; exit 1; }
[ -x /usr/bin/time ] || { echo "draws.sh: GNU time is missing: install the package time" >&2; exit 1; }
numpy=yes; python3 -c 'import numpy' 2>/dev/null || { numpy=; echo "draws.sh: python3 without numpy: skipped" >&2; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

measure() { # NAME COMMAND...
  name=$1
  shift
  /usr/bin/time -o "$work/$name" -f '%e %U %S %M' "$@" >"$work/$name.csv"
}

tool_with() { # NAME THREADS SAMPLING: the metrics that the others have
  measure "$1" "$tool" project "$scenario" --by year -f csv -n "$draws" --threads "$2" --sampling "$3" --metrics "$metrics"
}

metrics=$(sed -n '/^METRICS = (/,/split()/p' src/bench/numpy_model.py | grep -o '[a-z0-9_]*_[a-z0-9_]*' | paste -sd,)
measure tool-start "$tool" project "$scenario" --by year -f csv --point
if command -v cc >/dev/null; then
  plain="-std=c11 -fno-math-errno -fno-trapping-math -pthread src/bench/five_phases.c -lm"
  # shellcheck disable=SC2086
  cc -O3 -march=native -o "$work/simd" $plain && cc -O2 -fno-tree-vectorize -o "$work/plain" $plain
  for threads in 1 2; do
    measure "c$threads" "$work/simd" -n "$draws" -t $threads
    measure "plain$threads" "$work/plain" -n "$draws" -t $threads
  done
else
  echo "draws.sh: no C compiler (cc): skipped" >&2
fi
if [ "$numpy" ]; then
  measure numpy-start python3 -c 'import numpy'
  measure numpy1 python3 src/bench/numpy_model.py "$draws" 1
  measure numpy2 python3 src/bench/numpy_model.py "$draws" 2
fi
tool_with tool1 1 random
tool_with tool2 2 random
tool_with sobol 2 sobol

echo "$draws draws, 5 phases, 8 uncertain inputs, 6 years, 39 metrics, 3 quantiles, 2 claims"
awk -v dir="$work" '
  function row(name, label,    f) {
    if ((getline line < (dir "/" name)) <= 0) return
    split(line, f, " ")
    wall[name] = f[1]; cpu[name] = f[2] + f[3]; mem[name] = f[4] / 1024
    printf "%-28s %8.2f s wall %8.2f s CPU %7.0f MB\n", label, wall[name], cpu[name], mem[name]
  }
  function ratio(own, other, label) {
    if (!(own in wall) || !(other in wall)) return
    printf "%-32s %.2f wall, %.2f CPU, %.2f memory\n", label,
      wall[own] / wall[other], cpu[own] / cpu[other], mem[own] / mem[other]
  }
  BEGIN {
    row("tool-start", "tool, central case only"); row("numpy-start", "python3 import numpy"); row("sobol", "tool, Sobol, 2 threads")
    for (t = 1; t <= 2; t++) {
      row("tool" t, "tool, random, threads: " t); row("c" t, "C with vectors, threads: " t)
      row("plain" t, "C without, threads: " t); row("numpy" t, "numpy, threads: " t)
      ratio("tool" t, "c" t, "tool / C with vectors"); ratio("tool" t, "plain" t, "tool / C without")
      ratio("numpy" t, "tool" t, "numpy / tool")
    }
  }'
python3 - "$work/tool1.csv" "$work/c1.csv" "$work/numpy1.csv" <<'PY'
import csv, os, sys

def close(a, b):
    return abs(a - b) <= 0.02 * max(abs(a), abs(b), 1e-3)  # 0 but for rounding

tool = {row["period_end"][:4]: row for row in csv.DictReader(open(sys.argv[1]))}
for path in filter(os.path.exists, sys.argv[2:]):
    rows = list(csv.DictReader(line for line in open(path) if not line.startswith("#")))
    if "metric" in rows[0]:
        cells = {(r["year"], r["metric"] + "_" + q): float(r[q]) for r in rows for q in ("p05", "p50", "p95")}
    else:
        cells = {(r["period_end"][:4], k): float(v) for r in rows for k, v in r.items() if k != "period_end"}
    apart = [k for k, v in cells.items() if not close(float(tool[k[0]][k[1]] or "nan"), v)]
    same = sum(float("%.6g" % v) == float("%.6g" % float(tool[y][k] or "nan")) for (y, k), v in cells.items())
    print("%s: %d of %d quantiles within 2 %% of the tool's, %d to every digit; beyond: %s"
          % (os.path.basename(path), len(cells) - len(apart), len(cells), same, apart or "none"))
PY
