// Poverty lines (扶贫标准) by year, level and region, with the source of each; which one a household is held against, and why.
import { z } from 'zod';
import { inChinese } from '#platform/vocabulary/in-chinese';
import { type Fen, formatYuan, parseYuan } from '#platform/vocabulary/money';
import type { PackKind } from '#platform/vocabulary/pack';
import { bilingual, packHead } from '#platform/vocabulary/pack-shape';

const levels = z.enum(['municipal', 'provincial', 'national']);

const schema = z
  .strictObject({
    ...packHead,
    /** nearest first */
    order: z.array(levels).length(levels.options.length),
    lines: z
      .array(
        z.strictObject({
          year: z.int().min(2010).max(2100),
          level: levels,
          region: bilingual,
          /** beginnings of division codes; '' is the whole country */
          codes: z.array(z.string().regex(/^\d{0,12}$/)).min(1),
          amount: z.string().transform((text) => parseYuan(text)),
          source: z.string(),
        }),
      )
      .min(1),
  })
  .refine(({ lines, source }) => lines.every((line) => source.some(({ key }) => key === line.source)), {
    message: '每条标准须有出处 · each line names a source',
  });

export type PovertyLines = z.infer<typeof schema>;

/** One pack tells the lines of all years that are known; the next one adds the next year's. */
export const povertyLineKind: PackKind<PovertyLines> = {
  subgraph: 'households',
  kind: 'poverty-line',
  title: { zh: '扶贫标准', en: 'poverty lines' },
  schema,
  startsOn: 'day',
};

export interface LineTold {
  year: number;
  level: string;
  region: string;
  amount: Fen;
  source: string;
  address: string;
}

export const allLines = (pack: PovertyLines): LineTold[] => pack.lines.map((line) => lineTold(pack, line));

function lineTold(
  { source }: PovertyLines,
  { year, level, region, amount, source: key }: PovertyLines['lines'][number],
): LineTold {
  const from = source.find((each) => each.key === key);
  const told = (text: { zh: string; en: string } | undefined) => (text ? `${text.zh} · ${text.en}` : '');
  return { year, level, region: told(region), amount, source: told(from?.title), address: from?.address ?? '' };
}

/** Lines that hold for a household of this number in this year, the one that it is held against first. */
export function linesFor(pack: PovertyLines, number: string, year: number): LineTold[] {
  return pack.lines
    .filter((line) => line.year === year && line.codes.some((code) => number.startsWith(code)))
    .sort((one, other) => pack.order.indexOf(one.level) - pack.order.indexOf(other.level))
    .map((line) => lineTold(pack, line));
}

/** Beginnings of numbers with the line that holds for them in a year, the nearest level first, and of a level the closest place. */
export function linesByNearness({ lines, order }: PovertyLines, year: number): { code: string; fen: string }[] {
  return lines
    .filter((line) => line.year === year)
    .flatMap(({ codes, level, amount }) => codes.map((code) => ({ code, level: order.indexOf(level), amount })))
    .sort((one, other) => one.level - other.level || other.code.length - one.code.length)
    .map(({ code, amount }) => ({ code, fen: amount.toString() }));
}

/** In words that somebody can check: the arithmetic, the line, and what it was chosen from. */
export function explainLine(perHead: Fen, lines: readonly LineTold[], year: number): string {
  const [line, ...others] = lines;
  if (!line) return `${year} 年没有已知的扶贫标准 · No poverty line is known for ${year}`;
  const below = perHead < line.amount;
  const beside = others.map(({ level, amount }) => `${level} ${formatYuan(amount)}`).join(', ') || '–';
  return `人均 ${formatYuan(perHead)} 元${below ? '低于' : '不低于'} ${year} 年${inChinese(line.region)}标准 ${formatYuan(line.amount)} 元（取最近一级；另有 ${beside}）· ${formatYuan(perHead)} a head is ${below ? 'below' : 'not below'} the ${line.level} line of ${year}, ${formatYuan(line.amount)} (the nearest one; others: ${beside})`;
}
