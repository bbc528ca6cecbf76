// Reads the flow of a year's money in a region (资金流向): only of a region that lies wholly in scope, never in part.
import type { Context } from '#platform/graph/context';
import { isId } from '#platform/vocabulary/id';
import { commonRefusals, invalidInput } from '#platform/vocabulary/refusal';
import type { Book } from '../book/fund-use-pack.rules';
import { type FlowCell, flowOf } from './fund-flow.rules';

const CELLS = `select source_level as "sourceLevel", book, direction, region_id as "regionId", way, outcome, fen from funds.fund_flow($1, $2, $3)`;
const PACK = `select content from funds.pack where kind = 'fund-use' and approved_at is not null and withdrawn_at is null
  and effective_from <= make_date($1, 12, 31) and (in_force_to is null or in_force_to > make_date($1, 1, 1)) order by effective_from desc, length(path) limit 1`;

interface Directions {
  directions: { code: string; title: { zh: string; en: string } }[];
}

export interface FlowAsked {
  year: number;
  regionId: string;
  book?: Book | null;
}

export async function findFundFlow({ inScope }: Context, { year, regionId, book = null }: FlowAsked) {
  if (year < 2000 || year > 2100)
    throw invalidInput('year', '年度须在 2000 至 2100 之间', 'a year is from 2000 to 2100');
  const path = isId(regionId) ? await inScope.pathWithin(regionId) : null;
  if (path === null) throw commonRefusals.outOfScope();
  const [cells, [pack]] = await Promise.all([
    inScope.read((rows) => rows.query<FlowCell>(CELLS, [path, year, book])),
    inScope.read((rows) => rows.query<{ content: Directions }>(PACK, [year]), 'public'),
  ]);
  const titles = new Map(pack?.content.directions.map(({ code, title }) => [code, title]));
  return { ...flowOf(cells), direction: (code: string) => titles.get(code) };
}
