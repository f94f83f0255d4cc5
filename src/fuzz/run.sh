#!/usr/bin/env bash
# Fuzzes one target for so many seconds: src/fuzz/run.sh ScenarioFuzz 600
# The targets are the files *Fuzz.java below. The corpus is kept in target/fuzz; a finding is written there as
# crash-* and becomes a case of the battery.
set -euo pipefail
cd "$(dirname "$0")/../.."
target=${1:-ScenarioFuzz}
seconds=${2:-600}
mvn -q -B -Pfuzz test-compile dependency:build-classpath -Dmdep.includeScope=test -Dmdep.outputFile=target/fuzz.classpath
classpath=target/classes:target/test-classes:$(cat target/fuzz.classpath)
corpus=target/fuzz/$target
class=$(cd src/fuzz/java && find . -name "$target.java" | sed 's|^\./||; s|/|.|g; s|\.java$||')
mkdir -p "$corpus"
java -cp "$classpath" org.stargatecalc.hostile.Seeds "$target" "$corpus"
exec java -cp "$classpath" com.code_intelligence.jazzer.Jazzer \
  --target_class="$class" --instrumentation_includes='org.stargatecalc.**' \
  "$corpus" "-artifact_prefix=target/fuzz/" "-max_total_time=$seconds" -max_len=16384 -timeout=20
