#!/bin/sh
# The program behind this script is a jar: `java -jar` on this very file runs it too.
#
# The script tells the program which streams are terminals, picks the flags of the JVM, and keeps a class-data
# archive in ${XDG_CACHE_HOME:-$HOME/.cache}/stargate-calc: made in the background by the first run or at once by
# `stargate-calc warmup`, used while the jar and the JVM are those it was made from. It can be deleted at any time.
# STARGATE_CALC_ARCHIVE=off does without; STARGATE_CALC_JAVA_OPTS adds flags for the JVM.

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

if [ -n "${JAVA_HOME:-}" ] && [ -x "$JAVA_HOME/bin/java" ]; then java=$JAVA_HOME/bin/java; else java=java; fi
java=$(command -v "$java") || { echo "stargate-calc needs a Java runtime, 17 or later: none was found" >&2; exit 1; }

# A class path is divided at colons: below such a folder the program runs by -jar, more slowly.
case $0 in /*) self=$0 ;; *) self=$PWD/$0 ;; esac
case $self in
  *:*) exec "$java" -Xms64m ${STARGATE_CALC_JAVA_OPTS:-} -jar "$0" "$@" ;;
esac

# The JVM's words would go to standard output, among the data: they are turned off. Classes behind the JVM's own are not
# verified anew by every run, which would be a third of a run without an archive, and are found quickest.
# A heap that starts small is tidied before it grows: by default it would first fill a part of the machine's memory.
flags="-XX:+UseSerialGC -XX:-UsePerfData -Xshare:auto -Xlog:disable -Xms64m"
# One quick compiler starts fastest, and most of what a short run executes is not worth compiling. What computes for
# seconds, 400,000 draws or more, is best served by both compilers, and by few objects at a time.
draws=0
before=
for word do
  case $before in -n | --samples) draws=$word ;; esac
  case $word in
    --samples=*) draws=${word#*=} ;;
    -n?*) draws=${word#-n} && draws=${draws#=} ;;
    merge) [ -n "$before" ] || draws=400000 ;;
  esac
  before=$word
done
if [ "$draws" -ge 400000 ] 2>/dev/null; then
  flags="$flags -Xmn32m"
else
  flags="$flags -XX:TieredStopAtLevel=1 -XX:CompileThresholdScaling=3"
fi

# Sets $archive to the name that belongs to this file and this JVM; fails where there is no cache.
name_archive() {
  [ "${STARGATE_CALC_ARCHIVE:-}" != off ] || return 1
  cache=${XDG_CACHE_HOME:-}
  case $cache in
    /*) ;;
    *) case ${HOME:-} in /*) cache=$HOME/.cache ;; *) return 1 ;; esac ;;
  esac
  vm=$(readlink -f "$java" 2>/dev/null) || vm=$java
  vm_version=
  release=${vm%/bin/java}/release
  if [ -r "$release" ]; then
    while IFS= read -r line; do
      case $line in JAVA_RUNTIME_VERSION=\"*\") vm_version=${line#*\"} && vm_version=-${vm_version%\"} ;; esac
    done <"$release"
  fi
  folder=$cache/stargate-calc$self$vm
  archive=$folder/$build$vm_version.jsa
}

# The archive fits if it bears the very time of this file: a rebuilt or replaced jar has another.
archive_fits() {
  [ -s "$archive" ] && [ ! "$archive" -nt "$0" ] && [ ! "$archive" -ot "$0" ]
}

# Makes the archive beside its place and moves it there whole: a JVM dies of half an archive.
make_archive() (
  umask 077
  ulimit -c 0
  mkdir -p "$folder" || exit
  part=$folder/part.$$
  lock=$folder/lock
  # Another process may be at it; a lock that is left from a crash counts for ten minutes.
  mkdir "$lock" || { [ -n "$(find "$lock" -maxdepth 0 -mmin +10)" ] && rm -rf "$folder"/part.*; } || exit
  trap 'rm -rf "$part" "$part".* "$lock"' EXIT
  trap 'exit 1' HUP INT TERM
  touch -r "$0" "$part.time" || exit
  quiet="-Xlog:disable -XX:ErrorFile=/dev/null -XX:+UseSerialGC"
  STARGATE_CALC_REHEARSAL=1 "$java" $quiet -XX:TieredStopAtLevel=1 -Xshare:off "-XX:DumpLoadedClassList=$part.list" \
    -cp "$self" $main warmup || exit
  "$java" $quiet -Xshare:dump "-XX:SharedClassListFile=$part.list" "-XX:SharedArchiveFile=$part" \
    -cp "$self" || : >"$part"
  [ -s "$part" ] || { : >"$archive.failed"; exit 1; }
  chmod 600 "$part"
  touch -r "$part.time" "$part" && rm -f "$folder"/*.jsa "$folder"/*.failed && mv -f "$part" "$archive"
)

if [ "${1:-}" = warmup ] && [ $# -eq 1 ] && [ -z "${STARGATE_CALC_REHEARSAL:-}" ]; then
  name_archive || { echo "stargate-calc: there is no folder for a cache: neither XDG_CACHE_HOME nor HOME is set" >&2; exit 4; }
  make_archive </dev/null >/dev/null 2>&1
  archive_fits || { echo "stargate-calc: cannot make the archive in $folder" >&2; exit 4; }
  exit 0
fi

if name_archive; then
  if archive_fits; then
    # Where the archive says it wants to be: elsewhere, each of its pointers is changed first.
    place="-XX:+IgnoreUnrecognizedVMOptions -XX:+UnlockDiagnosticVMOptions -XX:ArchiveRelocationMode=0"
    # A wrong flag of the user's has to be said.
    [ -z "${STARGATE_CALC_JAVA_OPTS:-}" ] || place=
    exec "$java" $flags $place "-XX:SharedArchiveFile=$archive" ${STARGATE_CALC_JAVA_OPTS:-} -cp "$self" $main "$@"
  fi
  if [ ! -e "$archive.failed" ]; then
    # Nobody may wait for this: it holds none of the caller's streams, and leaves the processor to a first run that is short.
    (sleep 1 && { archive_fits || make_archive; }) </dev/null >/dev/null 2>&1 3>&- 4>&- 5>&- 6>&- 7>&- 8>&- 9>&- &
  fi
fi
exec "$java" $flags ${STARGATE_CALC_JAVA_OPTS:-} -cp "$self" $main "$@"
