import type { Configuration } from './configuration.ts';

/** What each key of the configuration file takes and means, for the manual. */
export const configurationHelp: Readonly<
  Record<keyof Configuration, { readonly takes: string; readonly help: string }>
> = {
  posts: { takes: 'DIR', help: 'the site when no other is named' },
  width: { takes: 'N', help: "cells of the reader's measure, from 20 to 1000; default: 72" },
  ambiguous: {
    takes: '1|2',
    help: 'cells that “ ” … — and the like take in your terminal; default: 1',
  },
  lang: { takes: 'en|zh', help: "words of the interface; default: the environment's" },
  paragraphs: {
    takes: 'spaced|indented',
    help: 'a blank line between paragraphs, or two cells before each as in Chinese books; default: spaced',
  },
  hang: { takes: 'true|false', help: 'whether ， and 。 may stand in the margin; default: false' },
};
