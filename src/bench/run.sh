#!/usr/bin/env bash
# Measures what the benchmark page shows: src/bench/run.sh [start|scale|write|jmh [PATTERN]|all]. Needs hyperfine; build first.
set -euo pipefail
cd "$(dirname "$0")/../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
program=$PWD/target/stargate-calc
base=scenarios/base.yaml

start() {
  printf 'public class Hello { public static void main(String[] a) { System.out.println("Hello"); } }\n' >"$work/Hello.java"
  javac -d "$work" "$work/Hello.java"
  "$program" warmup
  local others=()
  python3 -c 'import numpy, scipy.stats, yaml' 2>/dev/null && others+=("python3 -c 'import numpy, scipy.stats, yaml'")
  command -v node >/dev/null && others+=("node -e 0")
  hyperfine -N --warmup 5 --runs 40 "java -Xshare:auto -cp $work Hello" "$program --version" "$program claims" \
    "$program project scenarios/minimal.yaml" "$program project $base" "env STARGATE_CALC_ARCHIVE=off $program project $base" "${others[@]}"
}

# A scenario of so many phases, ten lines each.
phases() {
  printf 'name: big\nhorizon: {from: %s, to: %s}\nphases:\n' "$2" "$3"
  for ((i = 0; i < $1; i++)); do
    printf '  p%d:\n    site: s%d\n    gpu: gb200\n    facility_power: 0.0%d GW\n    online: 20%d-%02d\n' \
      $i $((i % 50)) $((i % 9 + 1)) $((25 + i % 6)) $((i % 12 + 1))
    printf '    ramp: %d months\n    delay: %d months\n    energy_price: $%d/MWh\n    load_factor: 0.7\n    opex: 0.3\n' \
      $((i % 9)) $((i % 5)) $((60 + i % 20))
  done
}

scale() {
  for count in 500 1000 2000; do
    phases $count 2025-01 2030-12 >"$work/$count.yaml"
    phases $count 2025-01 2074-12 >"$work/$count-50y.yaml"
  done
  local many=()
  for ((i = 0; i < 1000; i++)); do
    sed "s/^name: .*/name: s$i/" scenarios/minimal.yaml >"$work/many-$i.yaml"
    many+=("$work/many-$i.yaml")
  done
  for file in "$work"/{500,1000,2000}{,-50y}.yaml; do
    /usr/bin/time -f "%es %MkB ${file##*/} ($(wc -l <"$file") lines) by month" \
      "$program" project "$file" --by month -f csv >/dev/null
  done
  /usr/bin/time -f '%es %MkB 1,000 scenarios' "$program" project "${many[@]}" --by month -f csv | wc -lc
  /usr/bin/time -f '%es %MkB 100 scenarios' "$program" project "${many[@]:0:100}" --by month -f csv | wc -lc
}

write() {
  cc -O2 -o "$work/printf" src/bench/printf.c -lm && "$work/printf" 500000 >/dev/null
  jmh 'HotPaths.(decimal|csvCell)'
}

jmh() {
  mvn -q -B -Pbench test-compile dependency:build-classpath -Dmdep.includeScope=test \
    -Dmdep.outputFile=target/bench.classpath
  java -cp "target/classes:target/test-classes:$(cat target/bench.classpath)" org.openjdk.jmh.Main "${1:-(Hot|Draw)Paths}"
}

case ${1:-all} in
  all) start; scale; write; jmh ;;
  start | scale | write | jmh) "$@" ;;
  *) echo "usage: src/bench/run.sh [start|scale|write|jmh [PATTERN]|all]" >&2; exit 2 ;;
esac
