import { chinese } from './chinese.ts';
import { english } from './english.ts';
import type { Messages } from './messages.ts';

/** The reader's words in the given language. */
export function messagesFor(lang: 'en' | 'zh'): Messages {
  return lang === 'zh' ? chinese : english;
}
