#!/bin/bash

__heapgraph_cursor_index_in_current_word() {
    local remaining="${COMP_LINE}"

    local word
    for word in "${COMP_WORDS[@]::COMP_CWORD}"; do
        remaining="${remaining##*([[:space:]])"${word}"*([[:space:]])}"
    done

    local -ir index="$((COMP_POINT - ${#COMP_LINE} + ${#remaining}))"
    if [[ "${index}" -le 0 ]]; then
        printf 0
    else
        printf %s "${index}"
    fi
}

# positional arguments:
#
# - 1: the current (sub)command's count of positional arguments
#
# required variables:
#
# - repeating_flags: the repeating flags that the current (sub)command can accept
# - non_repeating_flags: the non-repeating flags that the current (sub)command can accept
# - repeating_options: the repeating options that the current (sub)command can accept
# - non_repeating_options: the non-repeating options that the current (sub)command can accept
# - positional_number: value ignored
# - unparsed_words: unparsed words from the current command line
#
# modified variables:
#
# - non_repeating_flags: remove flags for this (sub)command that are already on the command line
# - non_repeating_options: remove options for this (sub)command that are already on the command line
# - positional_number: set to the current positional number
# - unparsed_words: remove all flags, options, and option values for this (sub)command
__heapgraph_offer_flags_options() {
    local -ir positional_count="${1}"
    positional_number=0

    local was_flag_option_terminator_seen=false
    local is_parsing_option_value=false

    local -ar unparsed_word_indices=("${!unparsed_words[@]}")
    local -i word_index
    for word_index in "${unparsed_word_indices[@]}"; do
        if "${is_parsing_option_value}"; then
            # This word is an option value:
            # Reset marker for next word iff not currently the last word
            [[ "${word_index}" -ne "${unparsed_word_indices[${#unparsed_word_indices[@]} - 1]}" ]] && is_parsing_option_value=false
            unset "unparsed_words[${word_index}]"
            # Do not process this word as a flag or an option
            continue
        fi

        local word="${unparsed_words["${word_index}"]}"
        if ! "${was_flag_option_terminator_seen}"; then
            case "${word}" in
            --)
                unset "unparsed_words[${word_index}]"
                # by itself -- is a flag/option terminator, but if it is the last word, it is the start of a completion
                if [[ "${word_index}" -ne "${unparsed_word_indices[${#unparsed_word_indices[@]} - 1]}" ]]; then
                    was_flag_option_terminator_seen=true
                fi
                continue
                ;;
            -*)
                # ${word} is a flag or an option
                # If ${word} is an option, mark that the next word to be parsed is an option value
                local option
                for option in "${repeating_options[@]}" "${non_repeating_options[@]}"; do
                    [[ "${word}" = "${option}" ]] && is_parsing_option_value=true && break
                done

                # Remove ${word} from ${non_repeating_flags} or ${non_repeating_options} so it isn't offered again
                local not_found=true
                local -i index
                for index in "${!non_repeating_flags[@]}"; do
                    if [[ "${non_repeating_flags[${index}]}" = "${word}" ]]; then
                        unset "non_repeating_flags[${index}]"
                        non_repeating_flags=("${non_repeating_flags[@]}")
                        not_found=false
                        break
                    fi
                done
                if "${not_found}"; then
                    for index in "${!non_repeating_flags[@]}"; do
                        if [[ "${non_repeating_flags[${index}]}" = "${word}" ]]; then
                            unset "non_repeating_flags[${index}]"
                            non_repeating_flags=("${non_repeating_flags[@]}")
                            break
                        fi
                    done
                fi
                unset "unparsed_words[${word_index}]"
                continue
                ;;
            esac
        fi

        # ${word} is neither a flag, nor an option, nor an option value
        if [[ "${positional_number}" -lt "${positional_count}" || "${positional_count}" -lt 0 ]]; then
            # ${word} is a positional
            ((positional_number++))
            unset "unparsed_words[${word_index}]"
        else
            if [[ -z "${word}" ]]; then
                # Could be completing a flag, option, or subcommand
                positional_number=-1
            else
                # ${word} is a subcommand or invalid, so stop processing this (sub)command
                positional_number=-2
            fi
            break
        fi
    done

    unparsed_words=("${unparsed_words[@]}")

    if\
        ! "${was_flag_option_terminator_seen}"\
        && ! "${is_parsing_option_value}"\
        && [[ ("${cur}" = -* && "${positional_number}" -ge 0) || "${positional_number}" -eq -1 ]]
    then
        COMPREPLY+=($(compgen -W "${repeating_flags[*]} ${non_repeating_flags[*]} ${repeating_options[*]} ${non_repeating_options[*]}" -- "${cur}"))
    fi
}

__heapgraph_add_completions() {
    local completion
    while IFS='' read -r completion; do
        COMPREPLY+=("${completion}")
    done < <(IFS=$'\n' compgen "${@}" -- "${cur}")
}

__heapgraph_custom_complete() {
    if [[ -n "${cur}" || -z ${COMP_WORDS[${COMP_CWORD}]} || "${COMP_LINE:${COMP_POINT}:1}" != ' ' ]]; then
        local -ar words=("${COMP_WORDS[@]}")
    else
        local -ar words=("${COMP_WORDS[@]::${COMP_CWORD}}" '' "${COMP_WORDS[@]:${COMP_CWORD}}")
    fi

    "${COMP_WORDS[0]}" "${@}" "${words[@]}"
}

_heapgraph() {
    local state
    state="$(shopt -p;shopt -po)"
    trap "${state//$'\n'/;}" RETURN
    shopt -s extglob
    set +o history +o posix

    local -xr SAP_SHELL=bash
    local -x SAP_SHELL_VERSION
    SAP_SHELL_VERSION="$(IFS='.';printf %s "${BASH_VERSINFO[*]}")"
    local -r SAP_SHELL_VERSION

    local -r cur="${2}"
    local -r prev="${3}"

    local -i positional_number
    local -a unparsed_words=("${COMP_WORDS[@]:1:${COMP_CWORD}}")

    local -a repeating_flags=()
    local -a non_repeating_flags=(--version -h --help)
    local -a repeating_options=()
    local -a non_repeating_options=()
    __heapgraph_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    refs|backrefs|chain|types|growth|leaking|leaks|layout|run|info|capture|formats|help)
        # Offer subcommand argument completions
        "_heapgraph_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'refs backrefs chain types growth leaking leaks layout run info capture formats help' -- "${cur}"))
        ;;
    esac
}

_heapgraph_refs() {
    repeating_flags=()
    non_repeating_flags=(--post-mortem --through-modules --view --qualified --refcounts --legend --quiet -q --version -h --help)
    repeating_options=(--filter --ignore --highlight --extra --attribute)
    non_repeating_options=(--at --max-time --max-steps --max-memory --depth -d --too-many --budget --limit --references --output -o -T --format --layout --style --theme --direction)
    __heapgraph_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--at')
        return
        ;;
    '--max-time')
        return
        ;;
    '--max-steps')
        return
        ;;
    '--max-memory')
        return
        ;;
    '--depth'|'-d')
        return
        ;;
    '--too-many')
        return
        ;;
    '--budget')
        return
        ;;
    '--limit')
        return
        ;;
    '--filter')
        return
        ;;
    '--ignore')
        return
        ;;
    '--highlight')
        return
        ;;
    '--references')
        __heapgraph_add_completions -W 'drawn'$'\n''all'$'\n''strong'$'\n''traced'
        return
        ;;
    '--extra')
        __heapgraph_add_completions -W 'address'$'\n''index'$'\n''size'$'\n''generation'$'\n''site'
        return
        ;;
    '--attribute')
        return
        ;;
    '--output'|'-o')
        __heapgraph_add_completions -f
        return
        ;;
    '-T'|'--format')
        return
        ;;
    '--layout')
        return
        ;;
    '--style')
        __heapgraph_add_completions -W 'modern'$'\n''classic'
        return
        ;;
    '--theme')
        __heapgraph_add_completions -W 'adaptive'$'\n''light'$'\n''dark'
        return
        ;;
    '--direction')
        __heapgraph_add_completions -W 'down'$'\n''right'$'\n''up'$'\n''left'
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    1)
        __heapgraph_add_completions -o plusdirs -fX '!*.@(heap|gz|py|ipynb)'
        return
        ;;
    esac
}

_heapgraph_backrefs() {
    repeating_flags=()
    non_repeating_flags=(--post-mortem --through-modules --view --qualified --refcounts --legend --quiet -q --version -h --help)
    repeating_options=(--filter --ignore --highlight --extra --attribute)
    non_repeating_options=(--at --max-time --max-steps --max-memory --depth -d --too-many --budget --limit --references --output -o -T --format --layout --style --theme --direction)
    __heapgraph_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--at')
        return
        ;;
    '--max-time')
        return
        ;;
    '--max-steps')
        return
        ;;
    '--max-memory')
        return
        ;;
    '--depth'|'-d')
        return
        ;;
    '--too-many')
        return
        ;;
    '--budget')
        return
        ;;
    '--limit')
        return
        ;;
    '--filter')
        return
        ;;
    '--ignore')
        return
        ;;
    '--highlight')
        return
        ;;
    '--references')
        __heapgraph_add_completions -W 'drawn'$'\n''all'$'\n''strong'$'\n''traced'
        return
        ;;
    '--extra')
        __heapgraph_add_completions -W 'address'$'\n''index'$'\n''size'$'\n''generation'$'\n''site'
        return
        ;;
    '--attribute')
        return
        ;;
    '--output'|'-o')
        __heapgraph_add_completions -f
        return
        ;;
    '-T'|'--format')
        return
        ;;
    '--layout')
        return
        ;;
    '--style')
        __heapgraph_add_completions -W 'modern'$'\n''classic'
        return
        ;;
    '--theme')
        __heapgraph_add_completions -W 'adaptive'$'\n''light'$'\n''dark'
        return
        ;;
    '--direction')
        __heapgraph_add_completions -W 'down'$'\n''right'$'\n''up'$'\n''left'
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    1)
        __heapgraph_add_completions -o plusdirs -fX '!*.@(heap|gz|py|ipynb)'
        return
        ;;
    esac
}

_heapgraph_chain() {
    repeating_flags=()
    non_repeating_flags=(--post-mortem --json --view --qualified --refcounts --legend --quiet -q --version -h --help)
    repeating_options=(--ignore)
    non_repeating_options=(--at --max-time --max-steps --max-memory --from --to --depth -d --references --limit --output -o -T --format --layout --style --theme --direction)
    __heapgraph_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--at')
        return
        ;;
    '--max-time')
        return
        ;;
    '--max-steps')
        return
        ;;
    '--max-memory')
        return
        ;;
    '--from')
        return
        ;;
    '--to')
        return
        ;;
    '--depth'|'-d')
        return
        ;;
    '--references')
        __heapgraph_add_completions -W 'drawn'$'\n''all'$'\n''strong'$'\n''traced'
        return
        ;;
    '--ignore')
        return
        ;;
    '--limit')
        return
        ;;
    '--output'|'-o')
        __heapgraph_add_completions -f
        return
        ;;
    '-T'|'--format')
        return
        ;;
    '--layout')
        return
        ;;
    '--style')
        __heapgraph_add_completions -W 'modern'$'\n''classic'
        return
        ;;
    '--theme')
        __heapgraph_add_completions -W 'adaptive'$'\n''light'$'\n''dark'
        return
        ;;
    '--direction')
        __heapgraph_add_completions -W 'down'$'\n''right'$'\n''up'$'\n''left'
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    1)
        __heapgraph_add_completions -o plusdirs -fX '!*.@(heap|gz|py|ipynb)'
        return
        ;;
    esac
}

_heapgraph_types() {
    repeating_flags=()
    non_repeating_flags=(--post-mortem --json --qualified --all --list --version -h --help)
    repeating_options=(--name)
    non_repeating_options=(--at --max-time --max-steps --max-memory --limit --sort)
    __heapgraph_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--at')
        return
        ;;
    '--max-time')
        return
        ;;
    '--max-steps')
        return
        ;;
    '--max-memory')
        return
        ;;
    '--limit')
        return
        ;;
    '--sort')
        __heapgraph_add_completions -W 'count'$'\n''size'
        return
        ;;
    '--name')
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    1)
        __heapgraph_add_completions -o plusdirs -fX '!*.@(heap|gz|py|ipynb)'
        return
        ;;
    esac
}

_heapgraph_growth() {
    repeating_flags=()
    non_repeating_flags=(--post-mortem --json --qualified --all --steady --changes --version -h --help)
    repeating_options=(--at)
    non_repeating_options=(--max-time --max-steps --max-memory --limit --sort --new)
    __heapgraph_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--at')
        __heapgraph_add_completions -W 'end'
        return
        ;;
    '--max-time')
        return
        ;;
    '--max-steps')
        return
        ;;
    '--max-memory')
        return
        ;;
    '--limit')
        return
        ;;
    '--sort')
        __heapgraph_add_completions -W 'count'$'\n''size'$'\n''peak'
        return
        ;;
    '--new')
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    *)
        __heapgraph_add_completions -o plusdirs -fX '!*.@(heap|gz|py|ipynb)'
        return
        ;;
    esac
}

_heapgraph_leaking() {
    repeating_flags=()
    non_repeating_flags=(--post-mortem --json --qualified --no-roots --all --list --view --version -h --help)
    repeating_options=()
    non_repeating_options=(--at --max-time --max-steps --max-memory --limit --output -o -T --format)
    __heapgraph_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--at')
        return
        ;;
    '--max-time')
        return
        ;;
    '--max-steps')
        return
        ;;
    '--max-memory')
        return
        ;;
    '--limit')
        return
        ;;
    '--output'|'-o')
        __heapgraph_add_completions -f
        return
        ;;
    '-T'|'--format')
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    1)
        __heapgraph_add_completions -o plusdirs -fX '!*.@(heap|gz|py|ipynb)'
        return
        ;;
    esac
}

_heapgraph_leaks() {
    repeating_flags=()
    non_repeating_flags=(--post-mortem --json --view --version -h --help)
    repeating_options=()
    non_repeating_options=(--at --max-time --max-steps --max-memory --limit -l --output -o -T --format)
    __heapgraph_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--at')
        return
        ;;
    '--max-time')
        return
        ;;
    '--max-steps')
        return
        ;;
    '--max-memory')
        return
        ;;
    '--limit'|'-l')
        return
        ;;
    '--output'|'-o')
        __heapgraph_add_completions -f
        return
        ;;
    '-T'|'--format')
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    1)
        __heapgraph_add_completions -o plusdirs -fX '!*.@(heap|gz|py|ipynb)'
        return
        ;;
    esac
}

_heapgraph_layout() {
    repeating_flags=()
    non_repeating_flags=(--post-mortem --version -h --help)
    repeating_options=()
    non_repeating_options=(--at --max-time --max-steps --max-memory --output -o -T --format)
    __heapgraph_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--at')
        return
        ;;
    '--max-time')
        return
        ;;
    '--max-steps')
        return
        ;;
    '--max-memory')
        return
        ;;
    '--output'|'-o')
        __heapgraph_add_completions -f
        return
        ;;
    '-T'|'--format')
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    1)
        __heapgraph_add_completions -o plusdirs -fX '!*.@(heap|gz|py|ipynb)'
        return
        ;;
    esac
}

_heapgraph_run() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=(--output -o --max-time --max-steps --max-memory)
    __heapgraph_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--output'|'-o')
        __heapgraph_add_completions -o plusdirs -fX '!*.@(ipynb)'
        return
        ;;
    '--max-time')
        return
        ;;
    '--max-steps')
        return
        ;;
    '--max-memory')
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    1)
        __heapgraph_add_completions -o plusdirs -fX '!*.@(py|ipynb)'
        return
        ;;
    esac
}

_heapgraph_info() {
    repeating_flags=()
    non_repeating_flags=(--post-mortem --json --version -h --help)
    repeating_options=()
    non_repeating_options=(--at --max-time --max-steps --max-memory)
    __heapgraph_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--at')
        return
        ;;
    '--max-time')
        return
        ;;
    '--max-steps')
        return
        ;;
    '--max-memory')
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    1)
        __heapgraph_add_completions -o plusdirs -fX '!*.@(heap|gz|py|ipynb)'
        return
        ;;
    esac
}

_heapgraph_capture() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __heapgraph_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    python|swift)
        # Offer subcommand argument completions
        "_heapgraph_capture_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'python swift' -- "${cur}"))
        ;;
    esac
}

_heapgraph_capture_python() {
    repeating_flags=()
    non_repeating_flags=(--redact --repr --print-agent --quiet -q --version -h --help)
    repeating_options=()
    non_repeating_options=(--python --at --signal --output -o --text-limit)
    __heapgraph_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--python')
        __heapgraph_add_completions -f
        return
        ;;
    '--at')
        __heapgraph_add_completions -W 'exit'$'\n''signal'$'\n''call'
        return
        ;;
    '--signal')
        return
        ;;
    '--output'|'-o')
        __heapgraph_add_completions -o plusdirs -fX '!*.@(heap|gz)'
        return
        ;;
    '--text-limit')
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    *)
        __heapgraph_add_completions -o plusdirs -fX '!*.@(py)'
        return
        ;;
    esac
}

_heapgraph_capture_swift() {
    repeating_flags=()
    non_repeating_flags=(--quiet -q --version -h --help)
    repeating_options=()
    non_repeating_options=(--pid --core --exe --sysroot --output -o)
    __heapgraph_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--pid')
        return
        ;;
    '--core')
        __heapgraph_add_completions -f
        return
        ;;
    '--exe')
        __heapgraph_add_completions -f
        return
        ;;
    '--sysroot')
        __heapgraph_add_completions -d
        return
        ;;
    '--output'|'-o')
        __heapgraph_add_completions -o plusdirs -fX '!*.@(heap|gz)'
        return
        ;;
    esac
}

_heapgraph_formats() {
    repeating_flags=()
    non_repeating_flags=(--json --version -h --help)
    repeating_options=()
    non_repeating_options=()
    __heapgraph_offer_flags_options 0
}

_heapgraph_help() {
    repeating_flags=()
    non_repeating_flags=(--version)
    repeating_options=()
    non_repeating_options=()
    __heapgraph_offer_flags_options -1
}

complete -o filenames -F _heapgraph heapgraph