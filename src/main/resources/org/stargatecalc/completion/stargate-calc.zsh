#compdef stargate-calc
# Completion of stargate-calc in zsh; what is offered the program says itself.

_stargate-calc() {
  local program=${(Q)words[1]} line word meaning
  local -a found ended ended_shown open open_shown
  program=${program/#\~/$HOME}
  found=("${(@f)$("$program" complete -- "${(@Q)words[2,CURRENT-1]}" "${(Q)PREFIX}" 2>/dev/null)}")
  for line in "${(@)found[2,-1]}"; do
    word=${line%%$'\t'*}
    meaning=${line#*$'\t'}
    if [[ $word == *[=.@,/] ]]; then
      open+=("$word")
      open_shown+=("$word${meaning:+  -- $meaning}")
    else
      ended+=("$word")
      ended_shown+=("$word${meaning:+  -- $meaning}")
    fi
  done
  (($#ended)) && compadd -l -d ended_shown -a ended
  (($#open)) && compadd -l -S '' -d open_shown -a open
  if [[ $found[1] == files ]]; then
    compset -P '--[a-z-]##='
    _files
  fi
}

if [[ $funcstack[1] == _stargate-calc ]]; then
  _stargate-calc "$@"
else
  compdef _stargate-calc stargate-calc
fi
