// Reads a list of households to its end (逐页读出): page after page of the same list that the graph shows, never in one transaction, so that a slow reader holds nothing.
import type { HouseholdsFilter } from '../household/household.input';
import { type HouseholdOrder, householdsPage } from '../household/household.query';
import { filterOf } from '../household/list-households';
import { seePhone } from '../household/see-phone';
import { type NamedVillage, nameVillages } from '../register-import/name-villages';
import { type RegisterPage, readRegister, sourceOf } from '../register-import/read-register';
import type { RegisterSource } from '../register-import/register-cells.rules';
import type { HouseholdsContext } from '../tools';

const HOUSEHOLDS_A_PAGE = 1000;

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
  const second = order === 'number' ? 'number' : 'id';
  const page = (after: readonly string[] | null) =>
    context.inScope.read((read) =>
      readRegister(read, (columns) => householdsPage(filter, order, after, HOUSEHOLDS_A_PAGE - 1, columns), second),
    );
  const villages = new Map<string, NamedVillage>();
  let coming: Promise<RegisterPage> | null = page(null);
  while (coming) {
    const { rows, households, last }: RegisterPage = await coming;
    // The next page is read while this one is packed and sent.
    coming =
      last && households === HOUSEHOLDS_A_PAGE
        ? page([last.path, order === 'number' ? last.number : last.householdId])
        : null;
    coming?.catch(() => undefined);
    const unnamed = [...new Set(rows.map(({ regionId }) => regionId))].filter((id) => !villages.has(id));
    for (const [id, village] of await nameVillages(context, unnamed)) villages.set(id, village);
    const sources = rows.map((row) => sourceOf(row, villages));
    if (seesPhones) for (const source of sources) source.phone = await seePhone(context, source.householdId);
    yield sources;
  }
}
