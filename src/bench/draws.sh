#!/bin/sh
# Measures draws: the tool against the same model in numpy, one after the other. numpy works on one thread; it is also
# given two, each with its own draws, as its model here can be.
#
# usage: src/bench/draws.sh [DRAWS]        (1000000; needs target/stargate-calc, python3 with numpy, GNU time)
#
# Prints wall time, CPU time (user and system) and peak memory of both, what start-up costs each, and the ratios.
# Compare ratios, not seconds; on a machine that is doing other work compare CPU time.
set -eu
cd "$(dirname "$0")/../.."
draws=${1:-1000000}
tool=${STARGATE_CALC:-target/stargate-calc}
scenario=src/bench/five-phases.yaml
[ -x "$tool" ] || { echo "draws.sh: $tool is missing: build it first with mvn package" >&2; exit 1; }
[ -x /usr/bin/time ] || { echo "draws.sh: GNU time is missing: install the package time" >&2; exit 1; }
python3 -c 'import numpy' 2>/dev/null || { echo "draws.sh: python3 with numpy is missing" >&2; exit 1; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

measure() { # NAME COMMAND...
  name=$1
  shift
  /usr/bin/time -o "$work/$name" -f '%e %U %S %M' "$@" >"$work/$name.csv"
}

measure tool-start "$tool" project "$scenario" --by year -f csv --point
measure numpy-start python3 -c 'import numpy'
measure numpy python3 src/bench/numpy_model.py "$draws" 1
measure numpy2 python3 src/bench/numpy_model.py "$draws" 2
measure one "$tool" project "$scenario" --by year -f csv -n "$draws" --threads 1 --sampling random
measure tool "$tool" project "$scenario" --by year -f csv -n "$draws" --threads 2 --sampling random
measure sobol "$tool" project "$scenario" --by year -f csv -n "$draws" --threads 2 --sampling sobol

echo "$draws draws, 5 phases, 8 uncertain inputs, 6 years, 39 metrics, 3 quantiles, 2 claims"
awk -v dir="$work" '
  function row(name, label,    f) {
    getline line < (dir "/" name); split(line, f, " ")
    wall[name] = f[1]; cpu[name] = f[2] + f[3]; mem[name] = f[4] / 1024
    printf "%-28s %8.2f s wall %8.2f s CPU %7.0f MB\n", label, wall[name], cpu[name], mem[name]
  }
  function ratio(other, own, label) {
    printf "%-32s %.2f wall, %.2f CPU, %.2f memory\n", label,
      wall[other] / wall[own], cpu[other] / cpu[own], mem[other] / mem[own]
  }
  BEGIN {
    row("tool-start", "tool, central case only"); row("numpy-start", "python3 import numpy")
    row("tool", "tool, random, 2 threads"); row("sobol", "tool, Sobol, 2 threads"); row("one", "tool, random, 1 thread")
    row("numpy", "numpy, 1 thread"); row("numpy2", "numpy, 2 threads")
    ratio("numpy", "tool", "numpy as it is / tool as it is"); ratio("numpy", "one", "1 thread each")
    ratio("numpy2", "tool", "2 threads each")
  }'
python3 - "$work/tool.csv" "$work/numpy.csv" <<'PY'
import csv, sys
tool = list(csv.DictReader(open(sys.argv[1])))
other = list(csv.DictReader(line for line in open(sys.argv[2]) if not line.startswith("#")))
worst = max((abs(float(a[k]) - float(b[k])) / max(abs(float(a[k])), 1e-9 * float(a[k[:-4]] or 1), 1e-3), k, a["period_end"])
            for a, b in zip(tool, other) for k in b if k != "period_end" and b[k] != "nan")
print("largest relative difference of a quantile: %.4f (%s, %s)" % worst)
PY
