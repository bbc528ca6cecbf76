// The lots of regions as they stood on a day, with the pack of clocks in force there.
import type { Rows } from '#platform/database/in-scope';
import type { Context } from '#platform/graph/context';
import { defineLoader } from '#platform/graph/loader';
import { readPack } from '#platform/vocabulary/pack';
import { rangesOf } from '../region-day/region-ranges.query';
import { type FundClockPack, fundClockKind } from './fund-clock-pack.rules';
import type { LotOnDay } from './run-clocks.rules';

const LOTS = `select id, region_id as "regionId", path, allotment_id as "allotmentId", number, book, source_level as "sourceLevel", year, clock_from::text as "clockFrom",
  issued_on::text as "issuedOn", amount, allotted, available, reserved, paid from funds.lots_on($1, $2, $3)`;

export interface LotsOnDay {
  /** null where no pack of clocks is in force */
  pack: FundClockPack | null;
  lots: LotOnDay[];
}

/** `<region id> <day> -`; a region that is not wholly in scope is left out. */
export const lotsOfRegionDay = defineLoader<LotsOnDay | null>(
  'lots of a region on a day',
  () => null,
  async (rows, keys, context) => {
    const found = new Map<string, LotsOnDay>();
    const packs = new Map<string, Promise<FundClockPack | null>>();
    for (const { key, period, lo, hi } of await rangesOf(context, keys)) {
      const pack = packs.get(period) ?? packOn(context, period);
      packs.set(period, pack);
      const before = found.get(key)?.lots ?? [];
      found.set(key, { pack: await pack, lots: [...before, ...(await lotsOn(rows, lo, hi, period))] });
    }
    return found;
  },
);

const lotsOn = (rows: Rows, lo: string, hi: string, day: string) => rows.query<LotOnDay>(LOTS, [lo, hi, day]);

const PACK = `select content from funds.pack where kind = 'fund-clock' and approved_at is not null and withdrawn_at is null
  and effective_from <= $1 and (in_force_to is null or in_force_to > $1) order by length(path) limit 1`;

/** The city's own: read as whatever anybody may know. */
async function packOn({ inScope }: Pick<Context, 'inScope'>, day: string): Promise<FundClockPack | null> {
  const [row] = await inScope.read((rows) => rows.query<{ content: unknown }>(PACK, [day]), 'public');
  return row ? readPack(fundClockKind, row.content).content : null;
}
