#!/bin/sh
# Measures draws: the tool against the same model in numpy, one after the other, on two threads each.
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
measure numpy python3 src/bench/numpy_model.py "$draws" 2
measure tool "$tool" project "$scenario" --by year -f csv -n "$draws" --threads 2 --sampling random
measure sobol "$tool" project "$scenario" --by year -f csv -n "$draws" --threads 2 --sampling sobol

echo "$draws draws, 5 phases, 8 uncertain inputs, 6 years, 39 metrics, 3 quantiles, 2 claims; 2 threads"
awk -v dir="$work" '
  function row(name, label,    f) {
    getline line < (dir "/" name); split(line, f, " ")
    wall[name] = f[1]; cpu[name] = f[2] + f[3]; mem[name] = f[4] / 1024
    printf "%-28s %8.2f s wall %8.2f s CPU %7.0f MB\n", label, wall[name], cpu[name], mem[name]
  }
  BEGIN {
    row("tool-start", "tool, central case only"); row("numpy-start", "python3 import numpy")
    row("tool", "tool, random points"); row("sobol", "tool, Sobol points"); row("numpy", "numpy, random points")
    printf "numpy / tool (random): %.2f wall, %.2f CPU, %.2f memory\n",
      wall["numpy"] / wall["tool"], cpu["numpy"] / cpu["tool"], mem["numpy"] / mem["tool"]
  }'
python3 - "$work/tool.csv" "$work/numpy.csv" <<'PY'
import csv, sys
tool = list(csv.DictReader(open(sys.argv[1])))
other = list(csv.DictReader(line for line in open(sys.argv[2]) if not line.startswith("#")))
worst = max((abs(float(a[k]) - float(b[k])) / max(abs(float(a[k])), 1e-9 * float(a[k[:-4]] or 1), 1e-3), k, a["period_end"])
            for a, b in zip(tool, other) for k in b if k != "period_end" and b[k] != "nan")
print("largest relative difference of a quantile: %.4f (%s, %s)" % worst)
PY
