// The sums of a quarter as other regions see them (公布的合计数): the figures of its closing, without those that are withheld.
import type { BilingualText } from '#platform/vocabulary/refusal';
import type { Figure } from '../closing/figure.rules';
import { indicatorSources } from '../closing/indicator-source.rules';
import type { PublishedFigureRule, PublishedSumsPack } from './published-sums-pack.rules';
import { type Cell, withheldCells } from './withhold.rules';

export const publishedLevels = ['city', 'district', 'zone', 'town'] as const;
export type Level = (typeof publishedLevels)[number];

/** One text for a small number and for one beside it: to tell which is which would tell the number. */
export const withheldBelow = (minimumCell: number) =>
  `不足 ${minimumCell} 或据此可推得不足 ${minimumCell} 的数，不公布 · Below ${minimumCell}, or a number below ${minimumCell} could be found from it`;

export interface SummedRegion {
  id: string;
  path: string;
  level: Level;
}

export interface PublishedRow extends SummedRegion {
  indicator: string;
  title: BilingualText;
  unit: BilingualText;
  /** both null where withheld */
  numerator: bigint | null;
  denominator: bigint | null;
}

interface Told extends SummedRegion {
  numerator: bigint;
  denominator: bigint;
  rows: number | null;
}

/** `whole` is the region that closed the quarter: its sums are those of the regions right below it. */
export function publishSums(
  whole: SummedRegion,
  regions: readonly SummedRegion[],
  figures: readonly Figure[],
  pack: PublishedSumsPack,
): PublishedRow[] {
  const placed = new Map(regions.map((region) => [region.id, region]));
  return pack.figures.flatMap((rule) => {
    const below = figures
      .filter(({ indicator, subjectId }) => indicator === rule.indicator && placed.has(subjectId))
      .map(({ subjectId, numerator, denominator, source }): Told => {
        const region = placed.get(subjectId) as SummedRegion;
        return { ...region, numerator, denominator, rows: source.people ?? source.rows };
      })
      .sort((a, b) => (a.path < b.path ? -1 : 1));
    return below.length === 0 ? [] : publishFigure(rule, whole, below, pack.minimumCell);
  });
}

function publishFigure(
  rule: PublishedFigureRule,
  whole: SummedRegion,
  below: readonly Told[],
  minimumCell: number,
): PublishedRow[] {
  const parents = new Map(below.map(({ id, path }) => [id, nearestAbove(path, below)?.id ?? whole.id]));
  const tops = below.filter(({ id }) => parents.get(id) === whole.id);
  const told = [{ ...whole, ...sumOf(tops) }, ...below];
  const cells = told.map((each) => cellOf(rule, each, parents.get(each.id) ?? null));
  const withheld = rule.cell === 'nobody' ? new Set<string>() : withheldCells(cells, minimumCell);
  const unit = indicatorSources.find(({ indicator }) => indicator === rule.indicator)?.unit ?? rule.title;
  return told.map(({ id, path, level, numerator, denominator }) => {
    const shown = withheld.has(id) ? { numerator: null, denominator: null } : { numerator, denominator };
    return { id, path, level, indicator: rule.indicator, title: rule.title, unit, ...shown };
  });
}

function nearestAbove(path: string, among: readonly Told[]): Told | null {
  return among.reduce<Told | null>(
    (nearest, each) =>
      path !== each.path && path.startsWith(each.path) && each.path.length > (nearest?.path.length ?? 0)
        ? each
        : nearest,
    null,
  );
}

function sumOf(parts: readonly Told[]): Pick<Told, 'numerator' | 'denominator' | 'rows'> {
  const sum = (of: 'numerator' | 'denominator') => parts.reduce((total, part) => total + part[of], 0n);
  const rows = parts.reduce<number | null>(
    (total, part) => (total === null || part.rows === null ? null : total + part.rows),
    0,
  );
  return { numerator: sum('numerator'), denominator: sum('denominator'), rows };
}

/** Where a source does not tell how many rows it counted, they may be few. */
function cellOf({ cell }: PublishedFigureRule, told: Told, parent: string | null): Cell {
  const { id, numerator, denominator, rows } = told;
  if (cell === 'rows') return { id, parent, columns: [numerator, denominator], counts: [BigInt(rows ?? 1)] };
  const lacking = denominator > numerator ? denominator - numerator : 0n;
  return { id, parent, columns: [numerator, lacking], counts: [numerator, lacking] };
}
