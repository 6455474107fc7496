import { commandModels, commonModels, type OptionModel, quoted, type Wanted } from './model.ts';

function wanted(want: Wanted): string {
  switch (want.kind) {
    case 'words':
      return `_kanbao_words ${want.words.join(' ')}`;
    case 'posts':
      return '_kanbao_posts';
    case 'categories':
      return "_kanbao_asked categories --format '{slug}'";
    case 'tags':
      return '_kanbao_tags';
    case 'folders':
      return '_kanbao_files -d';
    default:
      return ':';
  }
}

function spelled({ long, short }: OptionModel): readonly string[] {
  return short === '' ? [`--${long}`] : [`--${long}`, `-${short}`];
}

function valueCases(): readonly string[] {
  const all = new Map(
    [...commonModels(), ...commandModels().flatMap(({ options }) => options)]
      .filter(({ takes }) => takes !== '')
      .map(option => [option.long, option]),
  );
  return [...all.values()].map(
    option => `    ${spelled(option).join('|')}) ${wanted(option.value)}; return ;;`,
  );
}

function takingValues(): string {
  const options = commandModels().flatMap(model => model.options);
  return [...new Set(options.filter(({ takes }) => takes !== '').flatMap(spelled))].join('|');
}

function dashed(options: readonly OptionModel[]): string {
  return options.flatMap(spelled).join(' ');
}

/** The script for bash, which needs nothing but bash. */
export function bashScript(): string {
  const commands = commandModels();
  const operands = commands.map(({ name, options, first, later }) =>
    [
      `    ${name})`,
      `      if [[ $current == -* ]]; then _kanbao_words ${dashed(options)}`,
      `      elif ((place == 1)); then ${wanted(first)}`,
      `      else ${wanted(later)}; fi ;;`,
    ].join('\n'),
  );
  return `# Completion of kanbao for bash. Read it from ~/.bashrc:
#   source <(kanbao completion bash)

# Names come from posts, so they are compared as they are and never expanded.
_kanbao_lines() {
  local line
  while IFS= read -r line; do
    [[ -n $line && $line == "$current"* ]] && COMPREPLY+=("$(printf %q "$line")")
  done
}

_kanbao_words() { _kanbao_lines < <(printf '%s\\n' "$@"); }

_kanbao_asked() { _kanbao_lines < <("$program" "\${site[@]}" "$@" 2> /dev/null); }

_kanbao_tags() {
  _kanbao_lines < <("$program" "\${site[@]}" list --limit 2000 --format '{tags}' 2> /dev/null |
    tr ',' '\\n' | sort -u)
}

_kanbao_files() {
  local line
  compopt -o filenames 2> /dev/null
  while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen "$@" -- "$current")
}

_kanbao_posts() {
  _kanbao_words latest
  _kanbao_asked list --limit 2000 --format '{id}'
  ((\${#COMPREPLY[@]})) || _kanbao_files -f
}

_kanbao() {
  local program=\${COMP_WORDS[0]} current=\${COMP_WORDS[COMP_CWORD]}
  local previous=\${COMP_WORDS[COMP_CWORD - 1]} command='' word place=0 at
  local -a site=()
  COMPREPLY=()
  # Bash takes --sort=da for three words.
  [[ $current == = ]] && current=''
  [[ $previous == = ]] && previous=\${COMP_WORDS[COMP_CWORD - 2]}
  for ((at = 1; at < COMP_CWORD; at++)); do
    word=\${COMP_WORDS[at]}
    case $word in
    -p | --posts)
      [[ \${COMP_WORDS[at + 1]} == = ]] && ((at++))
      ((++at < COMP_CWORD)) && site=(--posts "\${COMP_WORDS[at]/#\\~\\//$HOME/}") ;;
    ${takingValues()})
      [[ \${COMP_WORDS[at + 1]} == = ]] && ((at++))
      ((++at)) ;;
    -*) ;;
    *) if [[ -z $command ]]; then command=$word; else ((place++)); fi ;;
    esac
  done
  ((place++))
  case $previous in
${valueCases().join('\n')}
  esac
  case $command in
    '')
      if [[ $current == -* ]]; then _kanbao_words ${dashed(commonModels())}
      else _kanbao_words ${commands.map(({ name }) => quoted(name)).join(' ')}; ((\${#COMPREPLY[@]})) || _kanbao_files -f; fi ;;
${operands.join('\n')}
  esac
}

complete -F _kanbao kanbao
`;
}
