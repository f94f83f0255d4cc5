#!/bin/sh
# The program behind this script is a jar: `java -jar` on this very file runs it too.
terminal=
[ -t 1 ] && terminal=1
[ -t 2 ] && terminal="$terminal,2"
if [ -n "$terminal" ] && [ -z "${COLUMNS:-}" ]; then
  size=$(stty size </dev/tty 2>/dev/null) && COLUMNS=${size#* } && export COLUMNS
fi
STARGATE_CALC_TERMINAL=$terminal
export STARGATE_CALC_TERMINAL
if [ -n "${JAVA_HOME:-}" ] && [ -x "$JAVA_HOME/bin/java" ]; then java=$JAVA_HOME/bin/java; else java=java; fi
command -v "$java" >/dev/null 2>&1 || { echo "stargate-calc needs a Java runtime, 17 or later: none was found" >&2; exit 1; }
exec "$java" -XX:+UseSerialGC -Xshare:auto -Xlog:disable -Xlog:all=off -jar "$0" "$@"
