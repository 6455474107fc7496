import { commandModels, commonModels, type OptionModel, quoted, type Wanted } from './model.ts';

/** A description inside a specification of _arguments or _describe. */
function described(text: string): string {
  return text.replace(/[\\[\]:]/g, '\\$&');
}

function wanted(want: Wanted): string {
  switch (want.kind) {
    case 'words':
      return `(${want.words.join(' ')})`;
    case 'posts':
      return '_kanbao_posts';
    case 'categories':
      return '_kanbao_categories';
    case 'tags':
      return '_kanbao_tags';
    case 'folders':
      return '_directories';
    default:
      return ' ';
  }
}

/** Repeatable, since an option given again overrules or adds. */
function specification({ long, short, takes, help, value }: OptionModel): readonly string[] {
  const behind = takes === '' ? '' : `:${described(takes)}:${wanted(value)}`;
  const text = `[${described(help)}]${behind}`;
  const longest = quoted(`*--${long}${takes === '' ? '' : '='}${text}`);
  return short === ''
    ? [longest]
    : [longest, quoted(`*-${short}${takes === '' ? '' : '+'}${text}`)];
}

function specifications(options: readonly OptionModel[]): string {
  return options.flatMap(specification).join(' \\\n        ');
}

/** The script for zsh, for a folder of $fpath or to be sourced. */
export function zshScript(): string {
  const commands = commandModels();
  const cases = commands.map(({ name, options, first, later }) => {
    const operands = [
      ...(first.kind === 'nothing' ? [] : [quoted(`1:argument:${wanted(first)}`)]),
      ...(later.kind === 'nothing' ? [] : [quoted(`*:argument:${wanted(later)}`)]),
    ];
    const all = [specifications(options), ...operands].join(' \\\n        ');
    return `    ${name})\n      _arguments -s -S \\\n        ${all} ;;`;
  });
  return `#compdef kanbao
# Completion of kanbao for zsh. Put it where $fpath looks, or into ~/.zshrc:
#   source <(kanbao completion zsh)

_kanbao_ask() {
  local site=\${opt_args[--posts]:-\${opt_args[-p]:-$_kanbao_site}}
  if [[ -n $site ]]; then "$_kanbao_program" --posts "\${~site}" "$@" 2> /dev/null
  else "$_kanbao_program" "$@" 2> /dev/null; fi
}

_kanbao_posts() {
  local -a found=(latest \${(f)"$(_kanbao_ask list --limit 2000 --format '{id}')"})
  compadd -a found || _files
}

_kanbao_categories() {
  local -a found=(\${(f)"$(_kanbao_ask categories --format '{slug}')"})
  compadd -a found
}

_kanbao_tags() {
  local -a found=(\${(u)\${(s:,:)\${(pj:,:)\${(f)"$(_kanbao_ask list --limit 2000 --format '{tags}')"}}}})
  compadd -a found
}

_kanbao() {
  local curcontext=$curcontext state= line
  local _kanbao_program=$words[1] _kanbao_site=
  typeset -A opt_args
  _arguments -C -s -S -A '-*' \\
    ${commonModels().flatMap(specification).join(' \\\n    ')} \\
    '1:command:->command' '*::argument:->argument'
  local -i ended=$?
  [[ -z $state ]] && return ended
  _kanbao_site=\${opt_args[--posts]:-\${opt_args[-p]}}
  if [[ $state == command ]]; then
    local -a commands=(
      ${commands.map(({ name, summary }) => quoted(`${name}:${described(summary)}`)).join('\n      ')}
    )
    _describe command commands || _files
    return
  fi
  case $line[1] in
${cases.join('\n')}
  esac
}

if [[ $zsh_eval_context[-1] == loadautofunc ]]; then _kanbao "$@"; else compdef _kanbao kanbao; fi
`;
}
