/** Paragraphs of a news post, Markdown and HTML mixed. */
export const chinese = [
  '清晨六点，港区的吊机已经动了起来。调度员林小姐说：“今天有三条船要靠泊，最早的一条载着2,480个标准箱。”',
  '据了解，前三季度本市外贸进出口总值为1,206.5亿元，同比增长8.3%；其中出口占六成以上，[详情见统计公报](/tjgb/)。',
  '<p>“我们不求快，只求稳。”老船长把帽檐往下压了压——海面上的雾还没有散……</p>',
];

/** `parts` as paragraphs, over again until they fill `bytes` in UTF-8. */
export function repeated(parts: readonly string[], bytes: number): string {
  const once = parts.join('\n\n');
  return `${once}\n\n`.repeat(Math.ceil(bytes / Buffer.byteLength(once)));
}
