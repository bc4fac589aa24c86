import type { CommandWords, OptionWords } from './words.ts';

const quoted = (words: readonly string[]): string => `'${words.join(' ').replaceAll("'", "'\\''")}'`;

/** What was typed before the current word → the words that may follow; none: the shell's own, which are file names. */
function valueCases(all: readonly CommandWords[]): readonly string[] {
  const asked = all.flatMap(({ path, options }) =>
    options
      .filter(({ takesValue }) => takesValue)
      .map(({ flags, values }) => ({ patterns: patternsOf(path, flags), values: quoted(values) })),
  );
  const alike = [...new Set(asked.map(({ values }) => values))];
  return alike.map(values => {
    const patterns = asked.filter(one => one.values === values).map(one => one.patterns);
    return `    ${patterns.join('|')}) words=${values} ;;`;
  });
}

const patternsOf = (path: readonly string[], flags: OptionWords['flags']): string =>
  flags.map(flag => `'${[...path, flag].join(' ')}'`).join('|');

function wordsCase({ path, options, commands, values }: CommandWords): string {
  const flags = options.flatMap(option => option.flags);
  return `    '${path.join(' ')}') words=${quoted([...commands, ...values])} flags=${quoted(flags)} ;;`;
}

/**
 * A completion script for bash, and for zsh through its `bashcompinit`; bash(1), Programmable Completion. It starts no
 * program; where it has no word to offer, the shell offers file names.
 */
export function bashCompletion(all: readonly CommandWords[]): string {
  const paths = all
    .filter(({ path }) => path.length > 0)
    .map(({ path }) => `'${path.join(' ')}'`)
    .join('|');
  return `# jalur: completion for bash and zsh. Load it with: source <(jalur completion bash)
if [ -n "\${ZSH_VERSION:-}" ]; then autoload -U +X compinit bashcompinit && compinit && bashcompinit; fi
_jalur() {
  local current="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}" command='' next words flags='' i
  for ((i = 1; i < COMP_CWORD; i++)); do
    next="\${command:+$command }\${COMP_WORDS[i]}"
    case "$next" in ${paths}) command="$next" ;; esac
  done
  case "\${command:+$command }$before" in
${valueCases(all).join('\n')}
    *) case "$command" in
${all.map(wordsCase).join('\n')}
    esac
    [[ "$current" == -* ]] && words="$flags" ;;
  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o default -F _jalur jalur
`;
}
