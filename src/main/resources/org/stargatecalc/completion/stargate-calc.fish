# Completion of stargate-calc in fish; what is offered the program says itself.

function __stargate_calc_found
    set -l line (commandline -opc)
    set -l typed (commandline -ct | string trim --left --chars '"\'' | string unescape)
    test (count $typed) -gt 0; or set typed ''
    set -l program (string replace -r '^~' $HOME -- $line[1])
    set -l found ($program complete -- $line[2..-1] $typed 2>/dev/null)
    if test "$found[1]" = files
        set -l before (string match -r -- '^--[a-z-]+=' $typed)
        for path in (__fish_complete_path (string replace -r -- '^--[a-z-]+=' '' $typed))
            printf '%s\n' "$before$path"
        end
    end
    test (count $found) -gt 1; and printf '%s\n' $found[2..-1]
end

complete -c stargate-calc -f -k -a '(__stargate_calc_found)'
