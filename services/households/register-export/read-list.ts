// Reads a list of households to its end (逐页读出): page after page of the same list that the graph shows, never in one transaction, so that a slow reader holds nothing.
import type { HouseholdsFilter } from '../household/household.input';
import { type HouseholdOrder, householdsPage } from '../household/household.query';
import { filterOf } from '../household/list-households';
import { seePhone } from '../household/see-phone';
import { type NamedVillage, nameVillages } from '../register-import/name-villages';
import { type RegisterRow, readRegister, sourceOf } from '../register-import/read-register';
import type { RegisterSource } from '../register-import/register-cells.rules';
import type { HouseholdsContext } from '../tools';

const HOUSEHOLDS_A_PAGE = 500;

interface Place {
  id: string;
  path: string;
  number: string;
  regionId: string;
}

export interface ListOrder {
  filter: HouseholdsFilter;
  order: HouseholdOrder;
  /** a helper's standing right, each sight of which is logged */
  seesPhones: boolean;
}

export function readList(context: HouseholdsContext, asked: ListOrder): AsyncIterable<RegisterSource[]> {
  return pagesOf(context, asked);
}

async function* pagesOf(
  context: HouseholdsContext,
  { filter: given, order, seesPhones }: ListOrder,
): AsyncGenerator<RegisterSource[]> {
  const filter = await filterOf(context, given);
  if (!filter) return;
  const villages = new Map<string, NamedVillage>();
  const page = async (after: readonly string[] | null) => {
    const { sql, parameters } = householdsPage(
      filter,
      order,
      after,
      HOUSEHOLDS_A_PAGE,
      'h.id, h.path, h.number, h.region_id as "regionId"',
    );
    const found = await context.inScope.read(({ query }) => query<Place>(sql, parameters));
    const places = found.slice(0, HOUSEHOLDS_A_PAGE);
    const unnamed = [...new Set(places.map(({ regionId }) => regionId))].filter((id) => !villages.has(id));
    const [rows, named] = await Promise.all([
      context.inScope.read((read) =>
        readRegister(
          read,
          places.map(({ id }) => id),
        ),
      ),
      nameVillages(context, unnamed),
    ]);
    for (const [id, village] of named) villages.set(id, village);
    const last = found.length > HOUSEHOLDS_A_PAGE ? places.at(-1) : undefined;
    const next = last && [last.path, order === 'number' ? last.number : last.id];
    return { rows, next };
  };
  let coming: ReturnType<typeof page> | null = page(null);
  while (coming) {
    const { rows, next }: { rows: RegisterRow[]; next: string[] | undefined } = await coming;
    // The next page is read while this one is packed and sent.
    coming = next ? page(next) : null;
    coming?.catch(() => undefined);
    const sources = rows.map((row) => sourceOf(row, villages));
    if (seesPhones) for (const source of sources) source.phone = await seePhone(context, source.householdId);
    yield sources;
  }
}
