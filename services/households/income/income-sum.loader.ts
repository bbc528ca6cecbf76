// Sums of incomes of many regions in one statement a year.
import type { Context } from '#platform/graph/context';
import { defineLoader, mapBy } from '#platform/graph/loader';
import { type RegionRange, regionRange } from '../region-summary/region-range.query';
import { bounds, eachPeriod } from '../region-summary/region-summary.loader';
import { perHead } from './income.rules';
import { incomesOfRegions } from './income-sum.query';
import { linesByNearness } from './poverty-line.rules';
import { povertyLines } from './poverty-lines.loader';
import { RegionIncomes } from './region-incomes.entity';

interface SumRow {
  regionId: string;
  households: number;
  waiting: number;
  confirmed: number;
  people: number;
  net: string;
  below: number;
}

/** Of a region wholly in scope, or refused. */
export async function incomesOfRegion(context: Context, regionId: string, year: number): Promise<RegionIncomes> {
  const range = await regionRange(context, regionId);
  const lines = linesByNearness(await povertyLines(context), year);
  const found = await sumsOf.load(context, JSON.stringify([range, JSON.stringify({ year, lines }), '']));
  const { households, waiting, confirmed, people, net, below } = found ?? NOTHING;
  return Object.assign(new RegionIncomes(), {
    ...{ year, households, waiting, confirmed, people, net: BigInt(net) },
    perHead: people === 0 ? null : perHead(BigInt(net), people),
    belowLine: lines.length === 0 ? null : below,
  });
}

const NOTHING = { households: 0, waiting: 0, confirmed: 0, people: 0, net: '0', below: 0 };

const sumsOf = defineLoader<SumRow | null>(
  'incomes of regions',
  () => null,
  (rows, keys) =>
    eachPeriod<string, SumRow>(keys, async (ranges: RegionRange[], period) => {
      const { year, lines } = JSON.parse(period) as { year: number; lines: { code: string; fen: string }[] };
      const asked = [...bounds(ranges), year, lines.map(({ code }) => code), lines.map(({ fen }) => fen)];
      return mapBy(await rows.query<SumRow>(incomesOfRegions, asked), ({ regionId }) => regionId);
    }),
);
