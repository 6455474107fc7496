import { commandModels, commonModels, type OptionModel, type Wanted } from './model.ts';

function fishQuoted(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}

function wanted(want: Wanted): string {
  switch (want.kind) {
    case 'words':
      return `-a ${fishQuoted(want.words.join(' '))}`;
    case 'posts':
      return "-a '(__kanbao_posts)'";
    case 'categories':
      return '-a \'(__kanbao_ask categories --format "{slug}\\t{label}")\'';
    case 'tags':
      return '-a \'(__kanbao_ask list --limit 2000 --format "{tags}" | string split , | sort -u)\'';
    case 'folders':
      return "-a '(__fish_complete_directories)'";
    default:
      return '';
  }
}

function optionLine({ long, short, takes, help, value }: OptionModel, condition: string): string {
  const parts = ['complete -c kanbao', `-n ${fishQuoted(condition)}`, `-l ${long}`];
  if (short !== '') parts.push(`-s ${short}`);
  if (takes !== '') parts.push(`-x ${wanted(value)}`.trim());
  parts.push(`-d ${fishQuoted(help)}`);
  return parts.join(' ');
}

function operandLine(name: string, want: Wanted, place: string): readonly string[] {
  if (want.kind === 'nothing') return [];
  const condition = `__kanbao_at ${name} ${place}`;
  const lines = [`complete -c kanbao -n ${fishQuoted(condition)} -k ${wanted(want)}`];
  if (want.kind === 'posts') lines.push(`complete -c kanbao -n ${fishQuoted(condition)} -F`);
  return lines;
}

/** The script for fish. */
export function fishScript(): string {
  const commands = commandModels();
  const valued = commands
    .flatMap(({ options }) => options)
    .filter(({ takes }) => takes !== '')
    .flatMap(({ long, short }) => (short === '' ? [`--${long}`] : [`--${long}`, `-${short}`]));
  const lines = commands.flatMap(({ name, options, first, later }) => [
    ...options.map(option => optionLine(option, `__kanbao_at ${name}`)),
    ...operandLine(name, first, 'first'),
    ...operandLine(name, later, 'later'),
  ]);
  return `# Completion of kanbao for fish. Keep it:
#   kanbao completion fish > ~/.config/fish/completions/kanbao.fish

# The command and its operands, without options and their values.
function __kanbao_operands
    set -l words (commandline -opc)
    set -l skip 1
    for word in $words
        if test $skip = 1
            set skip 0
            continue
        end
        switch $word
            case ${[...new Set(valued)].join(' ')}
                set skip 1
            case '-*'
            case '*'
                printf '%s\\n' $word
        end
    end
end

function __kanbao_at
    set -l operands (__kanbao_operands)
    test (count $operands) -gt 0; and test $operands[1] = $argv[1]; or return 1
    switch "$argv[2]"
        case first
            test (count $operands) -eq 1
        case later
            test (count $operands) -gt 1
    end
end

function __kanbao_ask
    set -l words (commandline -opc)
    set -l site
    for at in (seq (count $words))
        if contains -- $words[$at] -p --posts; and test $at -lt (count $words)
            set site --posts (string replace -r '^~/' "$HOME/" -- $words[(math $at + 1)])
        else if set -l value (string replace -f -- '--posts=' '' $words[$at])
            set site --posts $value
        end
    end
    command $words[1] $site $argv 2>/dev/null
end

function __kanbao_posts
    echo latest
    __kanbao_ask list --limit 2000 --format '{id}\\t{title}'
end

complete -c kanbao -f
${commonModels()
  .map(option => optionLine(option, 'test (count (__kanbao_operands)) -eq 0'))
  .join('\n')}
${commands
  .map(
    ({ name, summary }) =>
      `complete -c kanbao -n 'test (count (__kanbao_operands)) -eq 0' -a ${name} -d ${fishQuoted(summary)}`,
  )
  .join('\n')}
${lines.join('\n')}
`;
}
