import { type HostilePost, headed, LARGE, post, type Sizes } from './post.ts';

const MARK = '\u0301';

/** Characters that deceive, vanish, pile up or belong to no text. */
export function characterPosts({ flood }: Sizes): readonly HostilePost[] {
  return [
    post(
      'bidi overrides',
      `file \u202etxt.exe\u202c and \u2067\u2066\u202d\u202a\u202b open\n\n\u2069\u202c closed\n\n${flood('\u202ea\u2067b', 50_000)}`,
    ),
    headed(
      'bidi in the title',
      'title: "\u202eevil\u2067 title"\ncategories: "\u202egnp.exe"\ntags: ["\u2067a", "\u2069b"]',
    ),
    post(
      'zero width flood',
      `a${flood('\u200b')}b\n\na${flood('\u200d', 100_000)}b${flood('\u2060', 100_000)}c${flood('\ufeff', 100_000)}`,
    ),
    post('combining flood', `a${MARK.repeat(10_000)}b ${flood(`e${MARK.repeat(30)}`, 300_000)}`),
    headed('combining flood in the title', `title: "Z${MARK.repeat(10_000)}algo"`),
    post('marks without a base', `${flood('\u0e33\u0e47\u0e47\u0e47\u20dd\u20e3', 200_000)}`),
    post(
      'flood of joined emoji',
      `${flood('👩\u200d', 500_000)}👩 ${flood('👨‍👩‍👧‍👦', 100_000)} ${flood('🇨', 100_000)} ${flood('👋🏽🏽🏽', 100_000)}`,
    ),
    post('variation selectors', flood('a\ufe0f\ufe0e\u{e0101}', 300_000)),
    post('tag characters', `${flood('\u{e0041}', 200_000)}🏴${flood('\u{e0067}', 1000)}`),
    post(
      'private use and noncharacters',
      '\ue000\uf8ff\ufdd0\uffff\u{1fffe}\u{10ffff}\u{f0000} \ufffc\ufff9a\ufffab\ufffb',
    ),
    post(
      'lone surrogates as entities',
      '&#xD800; &#55296;&#56320; &#xDFFF;a <a href="&#xD83D;">&#xD83D;</a>',
    ),
    post(
      'entities beyond Unicode',
      '&#0; &#x0; &#x110000; &#99999999999999999999; &#xFFFFFFFFFF; &#x80; &#x9b;31m &#155;31m &#27;[31m &NewLine; &Tab; &#8238;x &rlm;',
    ),
    post('line ends of every kind', 'a\rb\r\rc\r\nd\u2028e\u2029f\x85g\vh\fi'),
    post('one word of a megabyte', flood('x')),
    post('one Han word of a megabyte', flood('字', LARGE / 2)),
    post('one word of many scripts', flood('aя字カ한กא', LARGE / 2)),
    post('one Thai word', flood('กขคงจ', 300_000)),
    post('one closing bracket after the other', flood('）', 300_000)),
    post('one opening bracket after the other', flood('（', 300_000)),
    post('one no-break space after the other', flood('\u00a0a', 500_000)),
    post('an address of a megabyte', `http://a.example/${flood('b/?c=d&', LARGE)}`),
    post('blanks of a megabyte', `a${flood(' \u3000\t', LARGE)}b`),
  ];
}
