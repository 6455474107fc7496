/**
 * kramdown's test cases whose words we read in another way, by reason. The list may only shrink.
 * Many of the cases show kramdown's own parser, where Jekyll uses its parser for GitHub's Markdown,
 * which is CommonMark's in these points.
 */
export const ACCEPTED: Readonly<Record<string, readonly string[]>> = {
  'Jekyll’s parser does as CommonMark here: headings, lists and quotes interrupt paragraphs, a backslash ends a line':
    [
      'block/03_paragraph/line_break_last_line',
      'block/04_header/atx_header',
      'block/04_header/setext_header',
      'block/08_list/escaping',
      'block/08_list/lazy_and_nested',
      'block/08_list/list_and_others',
      'block/08_list/special_cases',
      'span/line_breaks/normal',
    ],
  'indentation counted as CommonMark counts it': ['block/08_list/mixed'],
  'CommonMark’s fences, code spans and emphasis': ['span/02_emphasis/normal'],
  'CommonMark’s link definitions and nested links': [
    'span/01_link/inline',
    'span/01_link/link_defs',
    'span/01_link/reference',
    'span/autolinks/url_links',
  ],
  'an option of kramdown that Jekyll leaves alone, or that a post would have to set': [
    'block/06_codeblock/whitespace',
    'block/09_html/parse_as_raw',
    'block/09_html/parse_as_span',
    'block/12_extension/options',
    'block/12_extension/options3',
    'block/15_math/no_engine',
    'block/16_toc/no_toc',
    'block/16_toc/toc_levels',
    'span/04_footnote/backlink_text',
    'span/04_footnote/footnote_link_text',
    'span/04_footnote/footnote_nr',
    'span/04_footnote/without_backlink',
    'span/extension/options',
    'span/math/no_engine',
    'span/text_substitutions/entities_as_char',
    'span/text_substitutions/typography_subst',
  ],
  'LaTeX meant for another output is shown, since a post may speak of it': [
    'block/12_extension/nomarkdown',
  ],
  'unknown extensions and stray ends of them': [
    'block/12_extension/ignored',
    'span/extension/comment',
  ],
  'sections and instructions that no page of HTML holds': [
    'block/09_html/cdata_section',
    'span/05_html/normal',
  ],
  'elements of other languages, or Markdown asked for in elements that hold raw text': [
    'block/09_html/content_model/deflists',
    'block/09_html/xml',
    'span/05_html/markdown_attr',
    'span/05_html/xml',
  ],
  'the alternative text of an image as a caption': ['block/03_paragraph/standalone_image'],
  'several attribute lists with escapes in one': ['block/10_ald/simple'],
  'rows of tables that do not begin with a vertical line': [
    'block/14_table/errors',
    'block/14_table/escaping',
    'block/14_table/simple',
  ],
  'two signs of dollar in odd places': ['block/15_math/normal', 'span/math/normal'],
  'footnotes stand at the end wherever they are placed': ['span/04_footnote/placement'],
  'an abbreviation without a long form': ['span/abbreviations/abbrev'],
  'CommonMark’s escapes and entities': ['span/text_substitutions/typography'],
};
