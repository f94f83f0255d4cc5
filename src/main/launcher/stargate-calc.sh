#!/bin/sh
# The program behind this script is a jar: `java -jar` on this very file runs it too.
#
# The script picks the flags of the JVM, tells the program which streams are terminals, and keeps an archive of the
# program's classes as a JVM has them in memory, in ${XDG_CACHE_HOME:-$HOME/.cache}/stargate-calc: made in the background
# after a first run, or at once by `stargate-calc warmup`. It can be deleted at any time.
# STARGATE_CALC_ARCHIVE=off does without; STARGATE_CALC_JAVA_OPTS adds flags for the JVM.
# Each flag has its reason and what it gains in src/site/markdown/decisions.md.

main=org.stargatecalc.Main
build=@build@

# A stream that the caller closed would be given to the first file that the JVM opens: input is then empty,
# output cannot be written, and messages go nowhere.
if [ -d /dev/fd ]; then
  [ -e /dev/fd/0 ] || exec </dev/null
  [ -e /dev/fd/1 ] || exec 1</dev/null
  [ -e /dev/fd/2 ] || exec 2>/dev/null
fi

terminal=
[ -t 1 ] && terminal=1
[ -t 2 ] && terminal="$terminal,2"
if [ -n "$terminal" ] && [ -z "${COLUMNS:-}" ]; then
  size=$(stty size </dev/tty 2>/dev/null) && COLUMNS=${size#* } && export COLUMNS
fi
STARGATE_CALC_TERMINAL=$terminal
export STARGATE_CALC_TERMINAL

# Names of files and arguments are UTF-8 wherever the program runs; in the locale C the JVM would read them as ASCII.
LC_ALL=C.UTF-8
export LC_ALL

# A bundle brings its own runtime.
bin=$0
[ ! -h "$0" ] || bin=$(readlink -f "$0")
java=${bin%/*}/../lib/stargate-calc/runtime/bin/java
if [ -x "$java" ]; then :
elif [ -n "${JAVA_HOME:-}" ] && [ -x "$JAVA_HOME/bin/java" ]; then java=$JAVA_HOME/bin/java
else java=java; fi
java=$(command -v "$java") || { echo "stargate-calc needs a Java runtime, 17 or later: none was found" >&2; exit 1; }

# By whatever name it was called, it is one program, with one archive for each JVM.
self=$0
vm=$java
newline='
'
both=$(readlink -f "$0" "$java" 2>/dev/null) && self=${both%"$newline"*} vm=${both##*"$newline"}
place=$self
jar=$self
case $self in
  # A class path is divided at colons: the file is then known by the number under which it is open.
  *:*) place=$(printf %s "$self" | tr : %) && jar=/dev/fd/9 && exec 9<"$self" ;;
esac

# What the JVM has to say is no data. (Its log would go to standard output, among them, and is of no use to a user.)
flags="-XX:+DisplayVMOutputToStderr -Xlog:disable -Xshare:auto -XX:-UsePerfData"

# What the user tells every JVM comes first: two collectors, or a heap that begins larger than it may become, are refused.
theirs="${JAVA_TOOL_OPTIONS:-} ${JDK_JAVA_OPTIONS:-} ${_JAVA_OPTIONS:-} ${STARGATE_CALC_JAVA_OPTS:-}"
case $theirs in *-XX:+Use*GC*) ;; *) flags="$flags -XX:+UseSerialGC" ;; esac
limit=$(ulimit -v)
case $theirs:$limit in
  *-Xm* | *Heap* | *RAM*) ;;
  # By default the heap would begin with a 64th of the machine's memory.
  *:unlimited | *:) flags="$flags -Xms64m" ;;
  # By default a JVM reserves a quarter of the machine's memory for its heap, and a gigabyte for classes.
  *) flags="$flags -Xmx$((limit / 4))k -XX:CompressedClassSpaceSize=32m" ;;
esac

# One quick compiler starts fastest, and most of what a short run executes is not worth compiling. What computes for
# seconds is better served by both compilers: merge, and whoever asks for 400,000 draws or more.
case " $* " in
  ' merge '* | *[=n\ ][4-9][0-9][0-9][0-9][0-9][0-9][\ 0-9]* | *[=n\ ][1-9][0-9_][0-9_][0-9_][0-9_][0-9_][0-9_]*) ;;
  *) flags="$flags -XX:TieredStopAtLevel=1 -XX:CompileThresholdScaling=3" ;;
esac

# Sets $folder to where the archive of this file and this JVM is; fails where there is no cache.
find_folder() {
  [ "${STARGATE_CALC_ARCHIVE:-}" != off ] || return 1
  cache=${XDG_CACHE_HOME:-}
  case $cache in
    /*) ;;
    *) case ${HOME:-} in /*) cache=$HOME/.cache ;; *) return 1 ;; esac ;;
  esac
  folder=$cache/stargate-calc$place$vm
  # The JVM would take a colon to divide the names of two archives.
  case $folder in *:*) return 1 ;; esac
}

# Sets $archive to the archive if there is one that belongs to this user, whose name says of what jar and how long it is:
# a JVM dies of one that was cut off, and finds out itself whatever else is wrong with it.
find_archive() {
  for archive in "$folder/$build"-*.jsa; do
    [ -f "$archive" ] && [ -r "$archive" ] && [ ! -h "$archive" ] && [ -O "$archive" ] && [ -O "$folder" ] || return 1
    size=${archive##*-}
    [ "$(($(wc -c <"$archive")))" = "${size%.jsa}" ] && return
  done
  return 1
}

# Makes the archive beside its place and moves it there whole, once a JVM has started from it.
make_archive() (
  umask 077
  ulimit -c 0
  unset JAVA_TOOL_OPTIONS JDK_JAVA_OPTIONS _JAVA_OPTIONS
  [ "$jar" = "$self" ] || exec 9<"$self"
  mkdir -p "$folder" && [ -O "$folder" ] || exit
  part=$folder/part.$$
  lock=$folder/lock
  # Another process may be at it; a lock that is left from a crash counts for ten minutes.
  mkdir "$lock" || { [ -n "$(find "$lock" -maxdepth 0 -mmin +10)" ] && rm -rf "$folder"/part.*; } || exit
  trap 'rm -rf "$part" "$part".* "$lock"' EXIT
  trap 'exit 1' HUP INT TERM
  quiet="-Xlog:disable -XX:ErrorFile=/dev/null -XX:+UseSerialGC"
  STARGATE_CALC_REHEARSAL=1 "$java" $quiet -XX:TieredStopAtLevel=1 -Xshare:off "-XX:DumpLoadedClassList=$part.list" \
    -cp "$jar" $main warmup &&
    "$java" $quiet -Xshare:dump "-XX:SharedClassListFile=$part.list" "-XX:SharedArchiveFile=$part" -cp "$jar" &&
    "$java" $quiet -Xshare:on -XX:+VerifySharedSpaces "-XX:SharedArchiveFile=$part" -cp "$jar" $main --version ||
    { : >"$folder/failed"; exit 1; }
  chmod 600 "$part"
  printf '%s\n' "$self" "$vm" >"$part.of"
  rm -rf "$folder"/*.jsa "$folder/failed"
  mv -f "$part.of" "$folder/of" && mv -f "$part" "$folder/$build-$(($(wc -c <"$part"))).jsa"
  # Archives of programs or JVMs that are no longer there.
  find "$cache/stargate-calc" -type f -name of | while IFS= read -r of; do
    { IFS= read -r program && IFS= read -r vm; } <"$of"
    [ -e "$program" ] && [ -e "$vm" ] || rm -rf "${of%/of}"
  done
)

if [ "${1:-}" = warmup ] && [ $# -eq 1 ] && [ -z "${STARGATE_CALC_REHEARSAL:-}" ]; then
  find_folder || { echo "stargate-calc: there is no folder for a cache: XDG_CACHE_HOME or HOME has to name one, without a colon" >&2; exit 4; }
  make_archive </dev/null >/dev/null 2>&1
  find_archive || { echo "stargate-calc: cannot make the archive in $folder" >&2; exit 4; }
  exit 0
fi

if find_folder; then
  if find_archive; then
    # A damaged one is not used, and the program then removes it, unless it may be the user's flags that do not go with it.
    flags="$flags -XX:+VerifySharedSpaces"
    case $theirs:$limit in *[!\ ]*:* | *:[0-9]*) ours= ;; *) ours=-Dstargate-calc.archive=$archive ;; esac
    exec "$java" $flags "-XX:SharedArchiveFile=$archive" ${ours:+"$ours"} ${STARGATE_CALC_JAVA_OPTS:-} -cp "$jar" $main "$@"
  fi
  # Nobody may wait for this: it holds none of the caller's streams, and leaves the processor to a first run that is short.
  # What failed is tried again after a day.
  (
    sleep 1
    [ -z "$(find "$folder/failed" -maxdepth 0 -mmin -1440)" ] && ! find_archive && make_archive
  ) </dev/null >/dev/null 2>&1 3>&- 4>&- 5>&- 6>&- 7>&- 8>&- 9>&- &
fi
# Without an archive the JVM would check each class as it is loaded, and look for it by code that is slow so early: behind
# its own classes it does neither.
exec "$java" $flags ${STARGATE_CALC_JAVA_OPTS:-} "-Xbootclasspath/a:$jar" -cp "$jar" $main "$@"
