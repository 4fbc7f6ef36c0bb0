function __heapgraph_should_offer_completions_for_flags_or_options -a expected_commands
    set -l non_repeating_flags_or_options $argv[2..]
    set -l non_repeating_flags_or_options_absent 0
    set -l positional_index 0
    set -l commands
    __heapgraph_parse_tokens
    test "$commands" = "$expected_commands"; and return $non_repeating_flags_or_options_absent
end

function __heapgraph_should_offer_completions_for_positional -a expected_commands positional_index_comparison expected_positional_index
    set -l non_repeating_flags_or_options
    set -l non_repeating_flags_or_options_absent 0
    set -l positional_index 0
    set -l commands
    __heapgraph_parse_tokens
    test "$commands" = "$expected_commands" -a \( "$positional_index" "$positional_index_comparison" "$expected_positional_index" \)
end

function __heapgraph_parse_tokens -S
    set -l unparsed_tokens (__heapgraph_tokens -pc)
    switch $unparsed_tokens[1]
    case 'heapgraph'
        __heapgraph_parse_subcommand 0 'version' 'h/help'
        switch $unparsed_tokens[1]
        case 'refs'
            __heapgraph_parse_subcommand -r 2 'at=' 'post-mortem' 'max-time=' 'max-steps=' 'max-memory=' 'd/depth=' 'too-many=' 'budget=' 'limit=' 'filter=+' 'ignore=+' 'highlight=+' 'references=' 'through-modules' 'extra=+' 'attribute=+' 'o/output=' 'T/format=' 'layout=' 'view' 'style=' 'theme=' 'direction=' 'qualified' 'refcounts' 'legend' 'q/quiet' 'version' 'h/help'
        case 'backrefs'
            __heapgraph_parse_subcommand -r 2 'at=' 'post-mortem' 'max-time=' 'max-steps=' 'max-memory=' 'd/depth=' 'too-many=' 'budget=' 'limit=' 'filter=+' 'ignore=+' 'highlight=+' 'references=' 'through-modules' 'extra=+' 'attribute=+' 'o/output=' 'T/format=' 'layout=' 'view' 'style=' 'theme=' 'direction=' 'qualified' 'refcounts' 'legend' 'q/quiet' 'version' 'h/help'
        case 'chain'
            __heapgraph_parse_subcommand -r 2 'at=' 'post-mortem' 'max-time=' 'max-steps=' 'max-memory=' 'from=' 'to=' 'd/depth=' 'references=' 'ignore=+' 'limit=' 'json' 'o/output=' 'T/format=' 'layout=' 'view' 'style=' 'theme=' 'direction=' 'qualified' 'refcounts' 'legend' 'q/quiet' 'version' 'h/help'
        case 'types'
            __heapgraph_parse_subcommand 1 'at=' 'post-mortem' 'max-time=' 'max-steps=' 'max-memory=' 'json' 'limit=' 'qualified' 'sort=' 'all' 'name=+' 'list' 'version' 'h/help'
        case 'growth'
            __heapgraph_parse_subcommand -r 1 'at=+' 'post-mortem' 'max-time=' 'max-steps=' 'max-memory=' 'json' 'limit=' 'qualified' 'sort=' 'all' 'steady' 'changes' 'new=' 'version' 'h/help'
        case 'leaking'
            __heapgraph_parse_subcommand 1 'at=' 'post-mortem' 'max-time=' 'max-steps=' 'max-memory=' 'json' 'limit=' 'qualified' 'no-roots' 'all' 'list' 'o/output=' 'T/format=' 'view' 'version' 'h/help'
        case 'leaks'
            __heapgraph_parse_subcommand 1 'at=' 'post-mortem' 'max-time=' 'max-steps=' 'max-memory=' 'l/limit=' 'json' 'o/output=' 'T/format=' 'view' 'version' 'h/help'
        case 'layout'
            __heapgraph_parse_subcommand -r 2 'at=' 'post-mortem' 'max-time=' 'max-steps=' 'max-memory=' 'o/output=' 'T/format=' 'version' 'h/help'
        case 'run'
            __heapgraph_parse_subcommand -r 2 'o/output=' 'max-time=' 'max-steps=' 'max-memory=' 'version' 'h/help'
        case 'info'
            __heapgraph_parse_subcommand 1 'at=' 'post-mortem' 'max-time=' 'max-steps=' 'max-memory=' 'json' 'version' 'h/help'
        case 'capture'
            __heapgraph_parse_subcommand 0 'version' 'h/help'
            switch $unparsed_tokens[1]
            case 'python'
                __heapgraph_parse_subcommand -r 1 'python=' 'at=' 'signal=' 'o/output=' 'redact' 'repr' 'text-limit=' 'print-agent' 'q/quiet' 'version' 'h/help'
            case 'swift'
                __heapgraph_parse_subcommand 0 'pid=' 'core=' 'exe=' 'sysroot=' 'o/output=' 'q/quiet' 'version' 'h/help'
            end
        case 'formats'
            __heapgraph_parse_subcommand 0 'json' 'version' 'h/help'
        case 'help'
            __heapgraph_parse_subcommand -r 1 'version'
        end
    end
end

function __heapgraph_tokens
    if test (string split -m 1 -f 1 -- . "$FISH_VERSION") -gt 3
        commandline --tokens-raw $argv
    else
        commandline -o $argv
    end
end

function __heapgraph_parse_subcommand -S -a positional_count
    argparse -s r -- $argv
    set -l option_specs $argv[2..]
    set -l is_repeating_positional $_flag_r
    set -el _flag_r
    set -a commands $unparsed_tokens[1]
    set positional_index 0
    while true
        set -e unparsed_tokens[1]
        argparse -sn "$commands" $option_specs -- $unparsed_tokens 2> /dev/null
        set unparsed_tokens $argv
        set positional_index (math $positional_index + 1)
        for non_repeating_flag_or_option in $non_repeating_flags_or_options
            if set -ql "_flag_$(string replace -a - _ -- $non_repeating_flag_or_option)"
                set non_repeating_flags_or_options_absent 1
                break
            end
        end
        test (count $unparsed_tokens) -eq 0 -o \( -z "$is_repeating_positional" -a "$positional_index" -gt "$positional_count" \) && break
    end
end

function __heapgraph_complete_directories
    set -l token (commandline -t)
    string match -- '*/' $token
    set -l subdirs $token*/
    printf %s\n $subdirs
end

function __heapgraph_custom_completion
    set -x SAP_SHELL fish
    set -x SAP_SHELL_VERSION $FISH_VERSION
    set -l tokens (__heapgraph_tokens -p)
    if test -z "$(__heapgraph_tokens -t)"
        set -l index (count (__heapgraph_tokens -pc))
        set tokens $tokens[..$index] \'\' $tokens[(math $index + 1)..]
    end
    command $tokens[1] $argv $tokens
end

complete -c 'heapgraph' -f
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph" version' -l 'version' -d 'Show the version.'
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_positional "heapgraph" -eq 1' -fa 'refs' -d 'Draw what objects refer to.'
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_positional "heapgraph" -eq 1' -fa 'backrefs' -d 'Draw what refers to objects.'
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_positional "heapgraph" -eq 1' -fa 'chain' -d 'Show the shortest chain of references that keeps an object alive.'
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_positional "heapgraph" -eq 1' -fa 'types' -d 'List the types with the most objects, and the memory they take.'
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_positional "heapgraph" -eq 1' -fa 'growth' -d 'List what became more from one heap to the next.'
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_positional "heapgraph" -eq 1' -fa 'leaking' -d 'List objects that nothing in the heap refers to though they are counted as referred to.'
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_positional "heapgraph" -eq 1' -fa 'leaks' -d 'Find cycles of objects that nothing but themselves keeps alive.'
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_positional "heapgraph" -eq 1' -fa 'layout' -d 'Draw the memory of a program\'s objects, field by field.'
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_positional "heapgraph" -eq 1' -fa 'run' -d 'Run a Python program or notebook on the built-in object runtime.'
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_positional "heapgraph" -eq 1' -fa 'info' -d 'Tell what a heap is, how large, and what its capture could not see.'
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_positional "heapgraph" -eq 1' -fa 'capture' -d 'Write the heap of a program to a file.'
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_positional "heapgraph" -eq 1' -fa 'formats' -d 'List the formats of heaps and pictures, and the layout engines.'
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_positional "heapgraph" -eq 1' -fa 'help' -d 'Show subcommand help information.'
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_positional "heapgraph refs" -eq 1' -fa '(set -l exts \'heap\' \'gz\' \'py\' \'ipynb\';for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.{$exts};printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph refs" at' -l 'at' -d 'Ask the heap as it is when the program first comes to this line, or a notebook to this code cell, and end it there; by itself, at its end.' -rfka ''
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph refs" post-mortem' -l 'post-mortem' -d 'Where an exception or a limit ends the program, ask the heap as it was then.'
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph refs" max-time' -l 'max-time' -d 'End the program after so many seconds.' -rfka ''
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph refs" max-steps' -l 'max-steps' -d 'End the program after so many calls and turns of loops.' -rfka ''
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph refs" max-memory' -l 'max-memory' -d 'Refuse the program more memory than so many bytes (MemoryError); K, M or G may follow the number.' -rfka ''
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph refs" d depth' -l 'depth' -s 'd' -d 'How many references to follow in a row.' -rfka ''
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph refs" too-many' -l 'too-many' -d 'How many references to follow from one object, or \'all\'.' -rfka ''
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph refs" budget' -l 'budget' -d 'How many objects to draw in all, or \'all\'.' -rfka ''
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph refs" limit' -l 'limit' -d 'How many of the objects that match to start from, or \'all\'.' -rfka ''
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph refs"' -l 'filter' -d 'Draw only these objects, and those started from (may be repeated).' -rfka ''
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph refs"' -l 'ignore' -d 'Leave these objects out (may be repeated).' -rfka ''
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph refs"' -l 'highlight' -d 'Let these objects stand out (may be repeated).' -rfka ''
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph refs" references' -l 'references' -d 'Which references to follow: what is usually drawn, all, strong, or what the collector traces.' -rfka 'drawn all strong traced'
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph refs" through-modules' -l 'through-modules' -d 'Do not stop at modules when walking backwards.'
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph refs"' -l 'extra' -d 'Say this of each object, too (may be repeated).' -rfka 'address index size generation site'
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph refs"' -l 'attribute' -d 'Give each node an attribute of Graphviz; {address}, {index} and {type} stand for the object\'s.' -rfka ''
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph refs" o output' -l 'output' -s 'o' -d 'Write the picture to this file, in the format of its extension; - is standard output.' -rF
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph refs" T format' -s 'T' -l 'format' -d 'The format: dot, svg, png, pdf …; \'heapgraph formats\' lists all.' -rfka ''
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph refs" layout' -l 'layout' -d 'Graphviz\'s layout engine; by itself dot, or sfdp where dot would take too long.' -rfka ''
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph refs" view' -l 'view' -d 'Open the picture in a viewer.'
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph refs" style' -l 'style' -d 'The look: made to be read, or objgraph\'s.' -rfka 'modern classic'
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph refs" theme' -l 'theme' -d 'What the modern look stands on.' -rfka 'adaptive light dark'
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph refs" direction' -l 'direction' -d 'Which way references lead.' -rfka 'down right up left'
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph refs" qualified' -l 'qualified' -d 'Name types with the modules that they come from.'
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph refs" refcounts' -l 'refcounts' -d 'Show reference counts.'
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph refs" legend' -l 'legend' -d 'Explain colours and lines below the picture.'
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph refs" q quiet' -l 'quiet' -s 'q' -d 'Say nothing where all went well.'
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph refs" version' -l 'version' -d 'Show the version.'
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph refs" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_positional "heapgraph backrefs" -eq 1' -fa '(set -l exts \'heap\' \'gz\' \'py\' \'ipynb\';for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.{$exts};printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph backrefs" at' -l 'at' -d 'Ask the heap as it is when the program first comes to this line, or a notebook to this code cell, and end it there; by itself, at its end.' -rfka ''
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph backrefs" post-mortem' -l 'post-mortem' -d 'Where an exception or a limit ends the program, ask the heap as it was then.'
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph backrefs" max-time' -l 'max-time' -d 'End the program after so many seconds.' -rfka ''
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph backrefs" max-steps' -l 'max-steps' -d 'End the program after so many calls and turns of loops.' -rfka ''
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph backrefs" max-memory' -l 'max-memory' -d 'Refuse the program more memory than so many bytes (MemoryError); K, M or G may follow the number.' -rfka ''
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph backrefs" d depth' -l 'depth' -s 'd' -d 'How many references to follow in a row.' -rfka ''
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph backrefs" too-many' -l 'too-many' -d 'How many references to follow from one object, or \'all\'.' -rfka ''
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph backrefs" budget' -l 'budget' -d 'How many objects to draw in all, or \'all\'.' -rfka ''
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph backrefs" limit' -l 'limit' -d 'How many of the objects that match to start from, or \'all\'.' -rfka ''
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph backrefs"' -l 'filter' -d 'Draw only these objects, and those started from (may be repeated).' -rfka ''
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph backrefs"' -l 'ignore' -d 'Leave these objects out (may be repeated).' -rfka ''
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph backrefs"' -l 'highlight' -d 'Let these objects stand out (may be repeated).' -rfka ''
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph backrefs" references' -l 'references' -d 'Which references to follow: what is usually drawn, all, strong, or what the collector traces.' -rfka 'drawn all strong traced'
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph backrefs" through-modules' -l 'through-modules' -d 'Do not stop at modules when walking backwards.'
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph backrefs"' -l 'extra' -d 'Say this of each object, too (may be repeated).' -rfka 'address index size generation site'
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph backrefs"' -l 'attribute' -d 'Give each node an attribute of Graphviz; {address}, {index} and {type} stand for the object\'s.' -rfka ''
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph backrefs" o output' -l 'output' -s 'o' -d 'Write the picture to this file, in the format of its extension; - is standard output.' -rF
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph backrefs" T format' -s 'T' -l 'format' -d 'The format: dot, svg, png, pdf …; \'heapgraph formats\' lists all.' -rfka ''
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph backrefs" layout' -l 'layout' -d 'Graphviz\'s layout engine; by itself dot, or sfdp where dot would take too long.' -rfka ''
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph backrefs" view' -l 'view' -d 'Open the picture in a viewer.'
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph backrefs" style' -l 'style' -d 'The look: made to be read, or objgraph\'s.' -rfka 'modern classic'
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph backrefs" theme' -l 'theme' -d 'What the modern look stands on.' -rfka 'adaptive light dark'
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph backrefs" direction' -l 'direction' -d 'Which way references lead.' -rfka 'down right up left'
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph backrefs" qualified' -l 'qualified' -d 'Name types with the modules that they come from.'
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph backrefs" refcounts' -l 'refcounts' -d 'Show reference counts.'
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph backrefs" legend' -l 'legend' -d 'Explain colours and lines below the picture.'
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph backrefs" q quiet' -l 'quiet' -s 'q' -d 'Say nothing where all went well.'
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph backrefs" version' -l 'version' -d 'Show the version.'
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph backrefs" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_positional "heapgraph chain" -eq 1' -fa '(set -l exts \'heap\' \'gz\' \'py\' \'ipynb\';for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.{$exts};printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph chain" at' -l 'at' -d 'Ask the heap as it is when the program first comes to this line, or a notebook to this code cell, and end it there; by itself, at its end.' -rfka ''
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph chain" post-mortem' -l 'post-mortem' -d 'Where an exception or a limit ends the program, ask the heap as it was then.'
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph chain" max-time' -l 'max-time' -d 'End the program after so many seconds.' -rfka ''
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph chain" max-steps' -l 'max-steps' -d 'End the program after so many calls and turns of loops.' -rfka ''
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph chain" max-memory' -l 'max-memory' -d 'Refuse the program more memory than so many bytes (MemoryError); K, M or G may follow the number.' -rfka ''
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph chain" from' -l 'from' -d 'Where the chain begins: root, module, or an object. (default: root)' -rfka ''
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph chain" to' -l 'to' -d 'Where a chain that begins at the object ends.' -rfka ''
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph chain" d depth' -l 'depth' -s 'd' -d 'The most references in the chain, or \'all\'.' -rfka ''
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph chain" references' -l 'references' -d 'Which references to follow: strong ones, all, what is usually drawn, or what the collector traces.' -rfka 'drawn all strong traced'
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph chain"' -l 'ignore' -d 'Leave these objects out (may be repeated).' -rfka ''
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph chain" limit' -l 'limit' -d 'How many objects of a long chain to show, from both ends, or \'all\'.' -rfka ''
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph chain" json' -l 'json' -d 'Write JSON, with sizes in bytes.'
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph chain" o output' -l 'output' -s 'o' -d 'Write the picture to this file, in the format of its extension; - is standard output.' -rF
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph chain" T format' -s 'T' -l 'format' -d 'The format: dot, svg, png, pdf …; \'heapgraph formats\' lists all.' -rfka ''
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph chain" layout' -l 'layout' -d 'Graphviz\'s layout engine; by itself dot, or sfdp where dot would take too long.' -rfka ''
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph chain" view' -l 'view' -d 'Open the picture in a viewer.'
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph chain" style' -l 'style' -d 'The look: made to be read, or objgraph\'s.' -rfka 'modern classic'
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph chain" theme' -l 'theme' -d 'What the modern look stands on.' -rfka 'adaptive light dark'
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph chain" direction' -l 'direction' -d 'Which way references lead.' -rfka 'down right up left'
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph chain" qualified' -l 'qualified' -d 'Name types with the modules that they come from.'
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph chain" refcounts' -l 'refcounts' -d 'Show reference counts.'
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph chain" legend' -l 'legend' -d 'Explain colours and lines below the picture.'
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph chain" q quiet' -l 'quiet' -s 'q' -d 'Say nothing where all went well.'
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph chain" version' -l 'version' -d 'Show the version.'
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph chain" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_positional "heapgraph types" -eq 1' -fa '(set -l exts \'heap\' \'gz\' \'py\' \'ipynb\';for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.{$exts};printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph types" at' -l 'at' -d 'Ask the heap as it is when the program first comes to this line, or a notebook to this code cell, and end it there; by itself, at its end.' -rfka ''
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph types" post-mortem' -l 'post-mortem' -d 'Where an exception or a limit ends the program, ask the heap as it was then.'
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph types" max-time' -l 'max-time' -d 'End the program after so many seconds.' -rfka ''
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph types" max-steps' -l 'max-steps' -d 'End the program after so many calls and turns of loops.' -rfka ''
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph types" max-memory' -l 'max-memory' -d 'Refuse the program more memory than so many bytes (MemoryError); K, M or G may follow the number.' -rfka ''
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph types" json' -l 'json' -d 'Write JSON, with sizes in bytes.'
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph types" limit' -l 'limit' -d 'How many rows to show, or \'all\'.' -rfka ''
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph types" qualified' -l 'qualified' -d 'Name types with the modules that they come from.'
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph types" sort' -l 'sort' -d 'What to sort by, the greatest first.' -rfka 'count size'
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph types" all' -l 'all' -d 'Count all objects, also those that the cycle collector does not track.'
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph types"' -l 'name' -d 'Show only the types of this name (may be repeated).' -rfka ''
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph types" list' -l 'list' -d 'With --name, list the objects, each with its address.'
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph types" version' -l 'version' -d 'Show the version.'
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph types" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_positional "heapgraph growth" -ge 1' -fa '(set -l exts \'heap\' \'gz\' \'py\' \'ipynb\';for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.{$exts};printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph growth"' -l 'at' -d 'Compare the heap as it is when the program comes to this line, or a notebook to this code cell, or at its \'end\'; repeated, each is waited for when the one before has come, and one alone is compared with the end. Without it, the heaps are those where the program calls heapgraph_agent.dump().' -rfka 'end'
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph growth" post-mortem' -l 'post-mortem' -d 'Where an exception or a limit ends the program, ask the heap as it was then.'
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph growth" max-time' -l 'max-time' -d 'End the program after so many seconds.' -rfka ''
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph growth" max-steps' -l 'max-steps' -d 'End the program after so many calls and turns of loops.' -rfka ''
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph growth" max-memory' -l 'max-memory' -d 'Refuse the program more memory than so many bytes (MemoryError); K, M or G may follow the number.' -rfka ''
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph growth" json' -l 'json' -d 'Write JSON, with sizes in bytes.'
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph growth" limit' -l 'limit' -d 'How many rows to show, or \'all\'.' -rfka ''
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph growth" qualified' -l 'qualified' -d 'Name types with the modules that they come from.'
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph growth" sort' -l 'sort' -d 'Which increase to sort by: of objects, of bytes, or of objects over the peak before.' -rfka 'count size peak'
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph growth" all' -l 'all' -d 'Count all objects, also those that the cycle collector does not track.'
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph growth" steady' -l 'steady' -d 'Show only types that became more from each heap to the next.'
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph growth" changes' -l 'changes' -d 'Show types that became fewer, too.'
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph growth" new' -l 'new' -d 'Count the objects that the first heap has not at their address, or list those of a type.' -rfka ''
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph growth" version' -l 'version' -d 'Show the version.'
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph growth" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_positional "heapgraph leaking" -eq 1' -fa '(set -l exts \'heap\' \'gz\' \'py\' \'ipynb\';for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.{$exts};printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph leaking" at' -l 'at' -d 'Ask the heap as it is when the program first comes to this line, or a notebook to this code cell, and end it there; by itself, at its end.' -rfka ''
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph leaking" post-mortem' -l 'post-mortem' -d 'Where an exception or a limit ends the program, ask the heap as it was then.'
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph leaking" max-time' -l 'max-time' -d 'End the program after so many seconds.' -rfka ''
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph leaking" max-steps' -l 'max-steps' -d 'End the program after so many calls and turns of loops.' -rfka ''
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph leaking" max-memory' -l 'max-memory' -d 'Refuse the program more memory than so many bytes (MemoryError); K, M or G may follow the number.' -rfka ''
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph leaking" json' -l 'json' -d 'Write JSON, with sizes in bytes.'
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph leaking" limit' -l 'limit' -d 'How many rows to show, or \'all\'.' -rfka ''
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph leaking" qualified' -l 'qualified' -d 'Name types with the modules that they come from.'
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph leaking" no-roots' -l 'no-roots' -d 'Leave out what is held from outside the heap by a known root.'
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph leaking" all' -l 'all' -d 'Look among all objects, and count every reference as holding.'
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph leaking" list' -l 'list' -d 'List the objects and not their types.'
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph leaking" o output' -l 'output' -s 'o' -d 'Write a picture to this file, in the format of its extension.' -rF
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph leaking" T format' -s 'T' -l 'format' -d 'The format: dot, svg, png, pdf …; \'heapgraph formats\' lists all.' -rfka ''
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph leaking" view' -l 'view' -d 'Open the picture in a viewer.'
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph leaking" version' -l 'version' -d 'Show the version.'
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph leaking" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_positional "heapgraph leaks" -eq 1' -fa '(set -l exts \'heap\' \'gz\' \'py\' \'ipynb\';for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.{$exts};printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph leaks" at' -l 'at' -d 'Ask the heap as it is when the program first comes to this line, or a notebook to this code cell, and end it there; by itself, at its end.' -rfka ''
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph leaks" post-mortem' -l 'post-mortem' -d 'Where an exception or a limit ends the program, ask the heap as it was then.'
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph leaks" max-time' -l 'max-time' -d 'End the program after so many seconds.' -rfka ''
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph leaks" max-steps' -l 'max-steps' -d 'End the program after so many calls and turns of loops.' -rfka ''
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph leaks" max-memory' -l 'max-memory' -d 'Refuse the program more memory than so many bytes (MemoryError); K, M or G may follow the number.' -rfka ''
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph leaks" l limit' -l 'limit' -s 'l' -d 'How many cycles to tell; 0 for all.' -rfka ''
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph leaks" json' -l 'json' -d 'Write JSON.'
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph leaks" o output' -l 'output' -s 'o' -d 'Write a picture to this file, in the format of its extension.' -rF
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph leaks" T format' -s 'T' -l 'format' -d 'The format: dot, svg, png, pdf …; \'heapgraph formats\' lists all.' -rfka ''
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph leaks" view' -l 'view' -d 'Open the picture in a viewer.'
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph leaks" version' -l 'version' -d 'Show the version.'
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph leaks" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_positional "heapgraph layout" -eq 1' -fa '(set -l exts \'heap\' \'gz\' \'py\' \'ipynb\';for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.{$exts};printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph layout" at' -l 'at' -d 'Ask the heap as it is when the program first comes to this line, or a notebook to this code cell, and end it there; by itself, at its end.' -rfka ''
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph layout" post-mortem' -l 'post-mortem' -d 'Where an exception or a limit ends the program, ask the heap as it was then.'
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph layout" max-time' -l 'max-time' -d 'End the program after so many seconds.' -rfka ''
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph layout" max-steps' -l 'max-steps' -d 'End the program after so many calls and turns of loops.' -rfka ''
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph layout" max-memory' -l 'max-memory' -d 'Refuse the program more memory than so many bytes (MemoryError); K, M or G may follow the number.' -rfka ''
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph layout" o output' -l 'output' -s 'o' -d 'Write a picture to this file, in the format of its extension; - is standard output.' -rF
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph layout" T format' -s 'T' -l 'format' -d 'The format: dot, svg, png, pdf …; \'heapgraph formats\' lists all.' -rfka ''
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph layout" version' -l 'version' -d 'Show the version.'
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph layout" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_positional "heapgraph run" -eq 1' -fa '(set -l exts \'py\' \'ipynb\';for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.{$exts};printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph run" o output' -l 'output' -s 'o' -d 'Write the executed notebook, with outputs and pictures, to this file.' -rfa '(for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.\'ipynb\';printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph run" max-time' -l 'max-time' -d 'End the program after so many seconds.' -rfka ''
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph run" max-steps' -l 'max-steps' -d 'End the program after so many calls and turns of loops.' -rfka ''
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph run" max-memory' -l 'max-memory' -d 'Refuse the program more memory than so many bytes (MemoryError); K, M or G may follow the number.' -rfka ''
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph run" version' -l 'version' -d 'Show the version.'
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph run" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_positional "heapgraph info" -eq 1' -fa '(set -l exts \'heap\' \'gz\' \'py\' \'ipynb\';for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.{$exts};printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph info" at' -l 'at' -d 'Ask the heap as it is when the program first comes to this line, or a notebook to this code cell, and end it there; by itself, at its end.' -rfka ''
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph info" post-mortem' -l 'post-mortem' -d 'Where an exception or a limit ends the program, ask the heap as it was then.'
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph info" max-time' -l 'max-time' -d 'End the program after so many seconds.' -rfka ''
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph info" max-steps' -l 'max-steps' -d 'End the program after so many calls and turns of loops.' -rfka ''
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph info" max-memory' -l 'max-memory' -d 'Refuse the program more memory than so many bytes (MemoryError); K, M or G may follow the number.' -rfka ''
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph info" json' -l 'json' -d 'Write JSON, with sizes in bytes.'
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph info" version' -l 'version' -d 'Show the version.'
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph info" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph capture" version' -l 'version' -d 'Show the version.'
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph capture" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_positional "heapgraph capture" -eq 1' -fa 'python' -d 'Run a Python program and write its heap.'
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_positional "heapgraph capture" -eq 1' -fa 'swift' -d 'Write the heap of a Swift program that runs, or that left a core file.'
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph capture python" python' -l 'python' -d 'Which Python to run; python3 by itself.' -rF
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph capture python" at' -l 'at' -d 'When the heap is written.' -rfka 'exit signal call'
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph capture python" signal' -l 'signal' -d 'The signal for --at signal.' -rfka ''
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph capture python" o output' -l 'output' -s 'o' -d 'Write the heap to this file, compressed where it ends in .gz; by itself the script\'s name and .heap.' -rfa '(set -l exts \'heap\' \'gz\';for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.{$exts};printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph capture python" redact' -l 'redact' -d 'Leave the texts of strings, bytes and numbers out.'
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph capture python" repr' -l 'repr' -d 'Ask the program\'s own __repr__ methods for texts, which runs its code.'
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph capture python" text-limit' -l 'text-limit' -d 'The longest text to keep, in characters.' -rfka ''
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph capture python" print-agent' -l 'print-agent' -d 'Write the agent to standard output, to be copied into an application.'
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph capture python" q quiet' -l 'quiet' -s 'q' -d 'Say nothing where all went well.'
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_positional "heapgraph capture python" -ge 1' -fa '(for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.\'py\';printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph capture python" version' -l 'version' -d 'Show the version.'
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph capture python" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph capture swift" pid' -l 'pid' -d 'The program\'s process number.' -rfka ''
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph capture swift" core' -l 'core' -d 'A core file that the program left, or that gcore wrote.' -rF
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph capture swift" exe' -l 'exe' -d 'The executable that left the core file, where it is elsewhere now.' -rF
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph capture swift" sysroot' -l 'sysroot' -d 'A folder that has the core file\'s libraries, and the executable, under the paths that they had.' -rfa '(__heapgraph_complete_directories)'
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph capture swift" o output' -l 'output' -s 'o' -d 'Write the heap to this file, compressed where it ends in .gz; by itself swift-PID.heap, or the core file\'s name and .heap.' -rfa '(set -l exts \'heap\' \'gz\';for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.{$exts};printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph capture swift" q quiet' -l 'quiet' -s 'q' -d 'Say nothing where all went well.'
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph capture swift" version' -l 'version' -d 'Show the version.'
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph capture swift" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph formats" json' -l 'json' -d 'Write JSON.'
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph formats" version' -l 'version' -d 'Show the version.'
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph formats" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'heapgraph' -n '__heapgraph_should_offer_completions_for_flags_or_options "heapgraph help" version' -l 'version' -d 'Show the version.'