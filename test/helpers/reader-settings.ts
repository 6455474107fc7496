import type { ReaderSettings } from '../../source/reader/settings.ts';

/** The reader's settings where nothing is configured, in English and with hues. */
export const readerSettings = {
  lang: 'en',
  width: 72,
  ambiguous: 1,
  paragraphs: 'spaced',
  hang: false,
  color: true,
} as const satisfies ReaderSettings;
