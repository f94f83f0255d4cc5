# Completion of stargate-calc in bash; what is offered the program says itself.

_stargate_calc() {
  local program=${COMP_WORDS[0]/#\~/$HOME} before rest=${COMP_LINE:0:COMP_POINT} trimmed word typed kind meaning done_part quoted
  local -a line=()
  local i n=-1

  # bash divides words at = and : as well: what has no blank between is one word.
  for ((i = 0; i <= COMP_CWORD; i++)); do
    trimmed=${rest#"${rest%%[![:blank:]]*}"}
    word=${COMP_WORDS[i]}
    ((i < COMP_CWORD)) || word=$trimmed
    before=$rest
    rest=${trimmed#"$word"}
    if ((i > 0)) && [[ $trimmed == "$before" ]]; then
      line[n]+=$word
    else
      n=$((n + 1))
      line[n]=$word
    fi
  done

  quoted=
  [[ ${line[n]} != [\"\']* ]] || quoted=1
  for ((i = 1; i <= n; i++)); do
    line[i]=${line[i]//[\"\'\\]/}
  done
  typed=${line[n]}
  # What stands before the last = or : is no part of what bash replaces.
  done_part=${typed%"${typed##*[=:]}"}

  COMPREPLY=()
  {
    IFS= read -r kind
    while IFS=$'\t' read -r word meaning; do
      word=${word#"$done_part"}
      [[ $word != *[\(\)]* || -n $quoted ]] || printf -v word %q "$word"
      [[ $word != *[=.@,/] ]] || compopt -o nospace 2>/dev/null
      COMPREPLY+=("$word")
    done
  } < <("$program" complete -- "${line[@]:1}" 2>/dev/null)
  if [[ $kind == files ]]; then
    compopt -o default 2>/dev/null
  fi
}

complete -F _stargate_calc stargate-calc
