let compare: Intl.Collator['compare'] | null = null;

/**
 * Compares names as people look them up: Chinese by pinyin, numbers by value. Made when first asked
 * for, since that costs 10 ms.
 */
export function nameOrder(): Intl.Collator['compare'] {
  compare ??= new Intl.Collator('zh-u-co-pinyin', { numeric: true }).compare;
  return compare;
}
