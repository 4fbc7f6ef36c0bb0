#compdef heapgraph

__heapgraph_complete() {
    local -ar non_empty_completions=("${@:#(|:*)}")
    local -ar empty_completions=("${(M)@:#(|:*)}")
    _describe -V '' non_empty_completions -- empty_completions -P $'\'\''
}

__heapgraph_custom_complete() {
    local -a completions
    completions=("${(@f)"$("${command_name}" "${@}" "${command_line[@]}")"}")
    if [[ "${#completions[@]}" -gt 1 ]]; then
        __heapgraph_complete "${completions[@]:0:-1}"
    fi
}

__heapgraph_cursor_index_in_current_word() {
    if [[ -z "${QIPREFIX}${IPREFIX}${PREFIX}" ]]; then
        printf 0
    else
        printf %s "${#${(z)LBUFFER}[-1]}"
    fi
}

_heapgraph() {
    emulate -RL zsh -G
    setopt extendedglob nullglob numericglobsort
    unsetopt aliases banghist

    local -xr SAP_SHELL=zsh
    local -x SAP_SHELL_VERSION
    SAP_SHELL_VERSION="$(builtin emulate zsh -c 'printf %s "${ZSH_VERSION}"')"
    local -r SAP_SHELL_VERSION

    local context state state_descr line
    local -A opt_args

    local -r command_name="${words[1]}"
    local -ar command_line=("${words[@]}")
    local -ir current_word_index="$((CURRENT - 1))"

    local -i ret=1
    local -ar arg_specs=(
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
        '(-): :->command'
        '(-)*:: :->arg'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0
    case "${state}" in
    command)
        local -ar subcommands=(
            'refs:Draw what objects refer to.'
            'backrefs:Draw what refers to objects.'
            'chain:Show the shortest chain of references that keeps an object alive.'
            'types:List the types with the most objects, and the memory they take.'
            'growth:List what became more from one heap to the next.'
            'leaking:List objects that nothing in the heap refers to though they are counted as referred to.'
            'leaks:Find cycles of objects that nothing but themselves keeps alive.'
            'layout:Draw the memory of a program'\''s objects, field by field.'
            'run:Run a Python program or notebook on the built-in object runtime.'
            'info:Tell what a heap is, how large, and what its capture could not see.'
            'capture:Write the heap of a program to a file.'
            'formats:List the formats of heaps and pictures, and the layout engines.'
            'help:Show subcommand help information.'
        )
        _describe -V subcommand subcommands && ret=0
        ;;
    arg)
        case "${words[1]}" in
        refs|backrefs|chain|types|growth|leaking|leaks|layout|run|info|capture|formats|help)
            "_heapgraph_${words[1]}" && ret=0
            ;;
        esac
        ;;
    esac

    return "${ret}"
}

_heapgraph_refs() {
    local -i ret=1
    local -ar ___references=('drawn' 'all' 'strong' 'traced')
    local -ar ___extra=('address' 'index' 'size' 'generation' 'site')
    local -ar ___style=('modern' 'classic')
    local -ar ___theme=('adaptive' 'light' 'dark')
    local -ar ___direction=('down' 'right' 'up' 'left')
    local -ar arg_specs=(
        ':heap:_files -g '\''*.heap *.gz *.py *.ipynb'\'''
        '--at[Ask the heap as it is when the program first comes to this line, or a notebook to this code cell, and end it there; by itself, at its end.]:line:'
        '--post-mortem[Where an exception or a limit ends the program, ask the heap as it was then.]'
        '--max-time[End the program after so many seconds.]:seconds:'
        '--max-steps[End the program after so many calls and turns of loops.]:count:'
        '--max-memory[Refuse the program more memory than so many bytes (MemoryError); K, M or G may follow the number.]:size:'
        '*:object:'
        '(--depth -d)'{--depth,-d}'[How many references to follow in a row.]:n:'
        '--too-many[How many references to follow from one object, or '\''all'\''.]:n:'
        '--budget[How many objects to draw in all, or '\''all'\''.]:n:'
        '--limit[How many of the objects that match to start from, or '\''all'\''.]:n:'
        '*--filter[Draw only these objects, and those started from (may be repeated).]:object:'
        '*--ignore[Leave these objects out (may be repeated).]:object:'
        '*--highlight[Let these objects stand out (may be repeated).]:object:'
        '--references[Which references to follow\: what is usually drawn, all, strong, or what the collector traces.]:references:{__heapgraph_complete "${___references[@]}"}'
        '--through-modules[Do not stop at modules when walking backwards.]'
        '*--extra[Say this of each object, too (may be repeated).]:what:{__heapgraph_complete "${___extra[@]}"}'
        '*--attribute[Give each node an attribute of Graphviz; {address}, {index} and {type} stand for the object'\''s.]:name=value:'
        '(--output -o)'{--output,-o}'[Write the picture to this file, in the format of its extension; - is standard output.]:file:_files'
        '(-T --format)'{-T,--format}'[The format\: dot, svg, png, pdf …; '\''heapgraph formats'\'' lists all.]:format:'
        '--layout[Graphviz'\''s layout engine; by itself dot, or sfdp where dot would take too long.]:engine:'
        '--view[Open the picture in a viewer.]'
        '--style[The look\: made to be read, or objgraph'\''s.]:style:{__heapgraph_complete "${___style[@]}"}'
        '--theme[What the modern look stands on.]:theme:{__heapgraph_complete "${___theme[@]}"}'
        '--direction[Which way references lead.]:way:{__heapgraph_complete "${___direction[@]}"}'
        '--qualified[Name types with the modules that they come from.]'
        '--refcounts[Show reference counts.]'
        '--legend[Explain colours and lines below the picture.]'
        '(--quiet -q)'{--quiet,-q}'[Say nothing where all went well.]'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_heapgraph_backrefs() {
    local -i ret=1
    local -ar ___references=('drawn' 'all' 'strong' 'traced')
    local -ar ___extra=('address' 'index' 'size' 'generation' 'site')
    local -ar ___style=('modern' 'classic')
    local -ar ___theme=('adaptive' 'light' 'dark')
    local -ar ___direction=('down' 'right' 'up' 'left')
    local -ar arg_specs=(
        ':heap:_files -g '\''*.heap *.gz *.py *.ipynb'\'''
        '--at[Ask the heap as it is when the program first comes to this line, or a notebook to this code cell, and end it there; by itself, at its end.]:line:'
        '--post-mortem[Where an exception or a limit ends the program, ask the heap as it was then.]'
        '--max-time[End the program after so many seconds.]:seconds:'
        '--max-steps[End the program after so many calls and turns of loops.]:count:'
        '--max-memory[Refuse the program more memory than so many bytes (MemoryError); K, M or G may follow the number.]:size:'
        '*:object:'
        '(--depth -d)'{--depth,-d}'[How many references to follow in a row.]:n:'
        '--too-many[How many references to follow from one object, or '\''all'\''.]:n:'
        '--budget[How many objects to draw in all, or '\''all'\''.]:n:'
        '--limit[How many of the objects that match to start from, or '\''all'\''.]:n:'
        '*--filter[Draw only these objects, and those started from (may be repeated).]:object:'
        '*--ignore[Leave these objects out (may be repeated).]:object:'
        '*--highlight[Let these objects stand out (may be repeated).]:object:'
        '--references[Which references to follow\: what is usually drawn, all, strong, or what the collector traces.]:references:{__heapgraph_complete "${___references[@]}"}'
        '--through-modules[Do not stop at modules when walking backwards.]'
        '*--extra[Say this of each object, too (may be repeated).]:what:{__heapgraph_complete "${___extra[@]}"}'
        '*--attribute[Give each node an attribute of Graphviz; {address}, {index} and {type} stand for the object'\''s.]:name=value:'
        '(--output -o)'{--output,-o}'[Write the picture to this file, in the format of its extension; - is standard output.]:file:_files'
        '(-T --format)'{-T,--format}'[The format\: dot, svg, png, pdf …; '\''heapgraph formats'\'' lists all.]:format:'
        '--layout[Graphviz'\''s layout engine; by itself dot, or sfdp where dot would take too long.]:engine:'
        '--view[Open the picture in a viewer.]'
        '--style[The look\: made to be read, or objgraph'\''s.]:style:{__heapgraph_complete "${___style[@]}"}'
        '--theme[What the modern look stands on.]:theme:{__heapgraph_complete "${___theme[@]}"}'
        '--direction[Which way references lead.]:way:{__heapgraph_complete "${___direction[@]}"}'
        '--qualified[Name types with the modules that they come from.]'
        '--refcounts[Show reference counts.]'
        '--legend[Explain colours and lines below the picture.]'
        '(--quiet -q)'{--quiet,-q}'[Say nothing where all went well.]'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_heapgraph_chain() {
    local -i ret=1
    local -ar ___references=('drawn' 'all' 'strong' 'traced')
    local -ar ___style=('modern' 'classic')
    local -ar ___theme=('adaptive' 'light' 'dark')
    local -ar ___direction=('down' 'right' 'up' 'left')
    local -ar arg_specs=(
        ':heap:_files -g '\''*.heap *.gz *.py *.ipynb'\'''
        '--at[Ask the heap as it is when the program first comes to this line, or a notebook to this code cell, and end it there; by itself, at its end.]:line:'
        '--post-mortem[Where an exception or a limit ends the program, ask the heap as it was then.]'
        '--max-time[End the program after so many seconds.]:seconds:'
        '--max-steps[End the program after so many calls and turns of loops.]:count:'
        '--max-memory[Refuse the program more memory than so many bytes (MemoryError); K, M or G may follow the number.]:size:'
        '*:object:'
        '--from[Where the chain begins\: root, module, or an object. (default\: root)]:object:'
        '--to[Where a chain that begins at the object ends.]:object:'
        '(--depth -d)'{--depth,-d}'[The most references in the chain, or '\''all'\''.]:n:'
        '--references[Which references to follow\: strong ones, all, what is usually drawn, or what the collector traces.]:references:{__heapgraph_complete "${___references[@]}"}'
        '*--ignore[Leave these objects out (may be repeated).]:object:'
        '--limit[How many objects of a long chain to show, from both ends, or '\''all'\''.]:n:'
        '--json[Write JSON, with sizes in bytes.]'
        '(--output -o)'{--output,-o}'[Write the picture to this file, in the format of its extension; - is standard output.]:file:_files'
        '(-T --format)'{-T,--format}'[The format\: dot, svg, png, pdf …; '\''heapgraph formats'\'' lists all.]:format:'
        '--layout[Graphviz'\''s layout engine; by itself dot, or sfdp where dot would take too long.]:engine:'
        '--view[Open the picture in a viewer.]'
        '--style[The look\: made to be read, or objgraph'\''s.]:style:{__heapgraph_complete "${___style[@]}"}'
        '--theme[What the modern look stands on.]:theme:{__heapgraph_complete "${___theme[@]}"}'
        '--direction[Which way references lead.]:way:{__heapgraph_complete "${___direction[@]}"}'
        '--qualified[Name types with the modules that they come from.]'
        '--refcounts[Show reference counts.]'
        '--legend[Explain colours and lines below the picture.]'
        '(--quiet -q)'{--quiet,-q}'[Say nothing where all went well.]'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_heapgraph_types() {
    local -i ret=1
    local -ar ___sort=('count' 'size')
    local -ar arg_specs=(
        ':heap:_files -g '\''*.heap *.gz *.py *.ipynb'\'''
        '--at[Ask the heap as it is when the program first comes to this line, or a notebook to this code cell, and end it there; by itself, at its end.]:line:'
        '--post-mortem[Where an exception or a limit ends the program, ask the heap as it was then.]'
        '--max-time[End the program after so many seconds.]:seconds:'
        '--max-steps[End the program after so many calls and turns of loops.]:count:'
        '--max-memory[Refuse the program more memory than so many bytes (MemoryError); K, M or G may follow the number.]:size:'
        '--json[Write JSON, with sizes in bytes.]'
        '--limit[How many rows to show, or '\''all'\''.]:n:'
        '--qualified[Name types with the modules that they come from.]'
        '--sort[What to sort by, the greatest first.]:sort:{__heapgraph_complete "${___sort[@]}"}'
        '--all[Count all objects, also those that the cycle collector does not track.]'
        '*--name[Show only the types of this name (may be repeated).]:type:'
        '--list[With --name, list the objects, each with its address.]'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_heapgraph_growth() {
    local -i ret=1
    local -ar ___at=('end')
    local -ar ___sort=('count' 'size' 'peak')
    local -ar arg_specs=(
        '*:heap:_files -g '\''*.heap *.gz *.py *.ipynb'\'''
        '*--at[Compare the heap as it is when the program comes to this line, or a notebook to this code cell, or at its '\''end'\''; repeated, each is waited for when the one before has come, and one alone is compared with the end. Without it, the heaps are those where the program calls heapgraph_agent.dump().]:line:{__heapgraph_complete "${___at[@]}"}'
        '--post-mortem[Where an exception or a limit ends the program, ask the heap as it was then.]'
        '--max-time[End the program after so many seconds.]:seconds:'
        '--max-steps[End the program after so many calls and turns of loops.]:count:'
        '--max-memory[Refuse the program more memory than so many bytes (MemoryError); K, M or G may follow the number.]:size:'
        '--json[Write JSON, with sizes in bytes.]'
        '--limit[How many rows to show, or '\''all'\''.]:n:'
        '--qualified[Name types with the modules that they come from.]'
        '--sort[Which increase to sort by\: of objects, of bytes, or of objects over the peak before.]:sort:{__heapgraph_complete "${___sort[@]}"}'
        '--all[Count all objects, also those that the cycle collector does not track.]'
        '--steady[Show only types that became more from each heap to the next.]'
        '--changes[Show types that became fewer, too.]'
        '--new[Count the objects that the first heap has not at their address, or list those of a type.]:type\:name:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_heapgraph_leaking() {
    local -i ret=1
    local -ar arg_specs=(
        ':heap:_files -g '\''*.heap *.gz *.py *.ipynb'\'''
        '--at[Ask the heap as it is when the program first comes to this line, or a notebook to this code cell, and end it there; by itself, at its end.]:line:'
        '--post-mortem[Where an exception or a limit ends the program, ask the heap as it was then.]'
        '--max-time[End the program after so many seconds.]:seconds:'
        '--max-steps[End the program after so many calls and turns of loops.]:count:'
        '--max-memory[Refuse the program more memory than so many bytes (MemoryError); K, M or G may follow the number.]:size:'
        '--json[Write JSON, with sizes in bytes.]'
        '--limit[How many rows to show, or '\''all'\''.]:n:'
        '--qualified[Name types with the modules that they come from.]'
        '--no-roots[Leave out what is held from outside the heap by a known root.]'
        '--all[Look among all objects, and count every reference as holding.]'
        '--list[List the objects and not their types.]'
        '(--output -o)'{--output,-o}'[Write a picture to this file, in the format of its extension.]:file:_files'
        '(-T --format)'{-T,--format}'[The format\: dot, svg, png, pdf …; '\''heapgraph formats'\'' lists all.]:format:'
        '--view[Open the picture in a viewer.]'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_heapgraph_leaks() {
    local -i ret=1
    local -ar arg_specs=(
        ':heap:_files -g '\''*.heap *.gz *.py *.ipynb'\'''
        '--at[Ask the heap as it is when the program first comes to this line, or a notebook to this code cell, and end it there; by itself, at its end.]:line:'
        '--post-mortem[Where an exception or a limit ends the program, ask the heap as it was then.]'
        '--max-time[End the program after so many seconds.]:seconds:'
        '--max-steps[End the program after so many calls and turns of loops.]:count:'
        '--max-memory[Refuse the program more memory than so many bytes (MemoryError); K, M or G may follow the number.]:size:'
        '(--limit -l)'{--limit,-l}'[How many cycles to tell; 0 for all.]:count:'
        '--json[Write JSON.]'
        '(--output -o)'{--output,-o}'[Write a picture to this file, in the format of its extension.]:file:_files'
        '(-T --format)'{-T,--format}'[The format\: dot, svg, png, pdf …; '\''heapgraph formats'\'' lists all.]:format:'
        '--view[Open the picture in a viewer.]'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_heapgraph_layout() {
    local -i ret=1
    local -ar arg_specs=(
        ':heap:_files -g '\''*.heap *.gz *.py *.ipynb'\'''
        '--at[Ask the heap as it is when the program first comes to this line, or a notebook to this code cell, and end it there; by itself, at its end.]:line:'
        '--post-mortem[Where an exception or a limit ends the program, ask the heap as it was then.]'
        '--max-time[End the program after so many seconds.]:seconds:'
        '--max-steps[End the program after so many calls and turns of loops.]:count:'
        '--max-memory[Refuse the program more memory than so many bytes (MemoryError); K, M or G may follow the number.]:size:'
        '*:object:'
        '(--output -o)'{--output,-o}'[Write a picture to this file, in the format of its extension; - is standard output.]:file:_files'
        '(-T --format)'{-T,--format}'[The format\: dot, svg, png, pdf …; '\''heapgraph formats'\'' lists all.]:format:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_heapgraph_run() {
    local -i ret=1
    local -ar arg_specs=(
        ':file:_files -g '\''*.py *.ipynb'\'''
        '*:argument:'
        '(--output -o)'{--output,-o}'[Write the executed notebook, with outputs and pictures, to this file.]:file:_files -g '\''*.ipynb'\'''
        '--max-time[End the program after so many seconds.]:seconds:'
        '--max-steps[End the program after so many calls and turns of loops.]:count:'
        '--max-memory[Refuse the program more memory than so many bytes (MemoryError); K, M or G may follow the number.]:size:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_heapgraph_info() {
    local -i ret=1
    local -ar arg_specs=(
        ':heap:_files -g '\''*.heap *.gz *.py *.ipynb'\'''
        '--at[Ask the heap as it is when the program first comes to this line, or a notebook to this code cell, and end it there; by itself, at its end.]:line:'
        '--post-mortem[Where an exception or a limit ends the program, ask the heap as it was then.]'
        '--max-time[End the program after so many seconds.]:seconds:'
        '--max-steps[End the program after so many calls and turns of loops.]:count:'
        '--max-memory[Refuse the program more memory than so many bytes (MemoryError); K, M or G may follow the number.]:size:'
        '--json[Write JSON, with sizes in bytes.]'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_heapgraph_capture() {
    local -i ret=1
    local -ar arg_specs=(
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
        '(-): :->command'
        '(-)*:: :->arg'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0
    case "${state}" in
    command)
        local -ar subcommands=(
            'python:Run a Python program and write its heap.'
            'swift:Write the heap of a Swift program that runs, or that left a core file.'
        )
        _describe -V subcommand subcommands && ret=0
        ;;
    arg)
        case "${words[1]}" in
        python|swift)
            "_heapgraph_capture_${words[1]}" && ret=0
            ;;
        esac
        ;;
    esac

    return "${ret}"
}

_heapgraph_capture_python() {
    local -i ret=1
    local -ar ___at=('exit' 'signal' 'call')
    local -ar arg_specs=(
        '--python[Which Python to run; python3 by itself.]:exe:_files'
        '--at[When the heap is written.]:at:{__heapgraph_complete "${___at[@]}"}'
        '--signal[The signal for --at signal.]:name:'
        '(--output -o)'{--output,-o}'[Write the heap to this file, compressed where it ends in .gz; by itself the script'\''s name and .heap.]:file:_files -g '\''*.heap *.gz'\'''
        '--redact[Leave the texts of strings, bytes and numbers out.]'
        '--repr[Ask the program'\''s own __repr__ methods for texts, which runs its code.]'
        '--text-limit[The longest text to keep, in characters.]:n:'
        '--print-agent[Write the agent to standard output, to be copied into an application.]'
        '(--quiet -q)'{--quiet,-q}'[Say nothing where all went well.]'
        '*:script:_files -g '\''*.py'\'''
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_heapgraph_capture_swift() {
    local -i ret=1
    local -ar arg_specs=(
        '--pid[The program'\''s process number.]:pid:'
        '--core[A core file that the program left, or that gcore wrote.]:file:_files'
        '--exe[The executable that left the core file, where it is elsewhere now.]:file:_files'
        '--sysroot[A folder that has the core file'\''s libraries, and the executable, under the paths that they had.]:folder:_files -/'
        '(--output -o)'{--output,-o}'[Write the heap to this file, compressed where it ends in .gz; by itself swift-PID.heap, or the core file'\''s name and .heap.]:file:_files -g '\''*.heap *.gz'\'''
        '(--quiet -q)'{--quiet,-q}'[Say nothing where all went well.]'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_heapgraph_formats() {
    local -i ret=1
    local -ar arg_specs=(
        '--json[Write JSON.]'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_heapgraph_help() {
    local -i ret=1
    local -ar arg_specs=(
        '*:subcommands:'
        '--version[Show the version.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

if [[ "${funcstack[1]}" = _heapgraph ]]; then
    _heapgraph "${@}"
else
    compdef _heapgraph heapgraph
fi