#!/usr/bin/env bash
# Measures how time and memory grow: src/bench/growth.sh [phases|constraints|months|pages|all]. Build first; needs GNU time, python3.
# STARGATE_CALC_OLD=JAR measures another build in turn with this one.
set -euo pipefail
cd "$(dirname "$0")/../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
builds=("$PWD/target/stargate-calc" ${STARGATE_CALC_OLD:+"$STARGATE_CALC_OLD"})

# A scenario of so many phases, each with an uncertain delay, under so many constraints on all of them, half of them
# levels of power and half supplies of GPUs: plan CONSTRAINTS PHASES [LAST YEAR].
plan() {
  python3 - "$@" <<'PY'
import sys
constraints, phases, last = int(sys.argv[1]), int(sys.argv[2]), (sys.argv[3:] or ["2030"])[0]
print("name: many\nhorizon: {from: 2025-01, to: %s-12}" % last)
if constraints: print("constraints:")
for c in range(constraints):
    if c % 2: print(f"  c{c}: {{limits: gpu_count, supply: {{2025: {200+c%7*10}k, 2026: {500+c%9*10}k, 2027: 1M, 2028: 2M, 2029: 2M, 2030: 2M}}}}")
    else: print(f"  c{c}:\n    limits: facility_power\n    available: [{{from: 2025-0{c%9+1}, at: {0.5+c%7*0.1:.1f} GW}}, {{from: 2026-0{c%9+1}, at: {2+c%5} GW}}, {{from: 2028-0{c%9+1}, at: {6+c%7} GW}}]")
print("phases:")
for i in range(phases):
    print(f"  p{i}: {{site: s{i%50}, gpu: gb200, facility_power: 0.{i%9+1} GW, online: 20{25+i%6}-{i%12+1:02d}, ramp: {i%9} months, delay: 0 days to {30+i%5*30} days}}")
PY
}

# Seconds of CPU time, wall time and MB resident of each build, in turn: timed LABEL JVM-OPTIONS ARGUMENTS...
timed() {
  local label=$1 options=$2 build
  shift 2
  for build in "${builds[@]}"; do
    # shellcheck disable=SC2086
    /usr/bin/time -o "$work/time" -f '%U %S %e %M' java -XX:+UseSerialGC $options -jar "$build" "$@" \
      >"$work/out" 2>"$work/err" || printf 'failed (%s): ' "$(grep -o 'OutOfMemoryError' "$work/err" || tail -n 1 "$work/err")"
    awk -v label="$label" -v build="$build" 'END {printf "%-28s %7.2f s CPU %7.2f s wall %5.0f MB  %s\n", label, $1 + $2, $3, $4 / 1024, build}' "$work/time"
  done
}

phases() {
  local count
  for count in 60 120 240 480 960; do
    plan 0 $count >"$work/$count.yaml"
    timed "$count phases" "" project "$work/$count.yaml" -n 4096 -f csv | tee -a "$work/phases"
  done
  awk '{cpu[$1, $NF] = $3; builds[$NF]}
    END {for (b in builds) printf "exponent from 240 to 960: %.2f  %s\n", log(cpu[960, b] / cpu[240, b]) / log(4), b}' "$work/phases"
}

constraints() {
  local count
  for count in 10 40 160; do
    plan $count 20 >"$work/$count.yaml"
    timed "$count constraints" "" project "$work/$count.yaml" -n 4096 --threads 1 -f csv \
      --metrics facility_power_gw,shortfall_gw,capex_usd_bn
  done
}

months() {
  plan 0 60 2074 >"$work/months.yaml"
  timed "50 years by month" -Xmx512m project "$work/months.yaml" --by month -f csv
}

pages() {
  local many=() i
  for ((i = 0; i < 2000; i++)); do
    sed "s/^name: .*/name: s$i/" scenarios/minimal.yaml >"$work/many-$i.yaml"
    many+=("$work/many-$i.yaml")
  done
  timed "2,000 scenarios, html" -Xmx${PAGES_HTML:-128m} project "${many[@]}" -f html
  timed "2,000 scenarios, json" -Xmx${PAGES_JSON:-200m} project "${many[@]}" -f json
}

case ${1:-all} in
  all) phases; constraints; months; pages ;;
  phases | constraints | months | pages) "$1" ;;
  *) echo "usage: src/bench/growth.sh [phases|constraints|months|pages|all]" >&2; exit 2 ;;
esac
