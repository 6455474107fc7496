import { keyTable } from '../../source/reader/keys/table.ts';

const place = /(<!-- keys:.*-->\n)[\s\S]*?(<!-- \/keys -->)/;

/** A readme with the key table that today's bindings make, in place of the one it holds. */
export function withKeys(readme: string, lang: 'en' | 'zh'): string {
  return readme.replace(
    place,
    (_, open: string, close: string) => `${open}\n${keyTable(lang)}\n${close}`,
  );
}
