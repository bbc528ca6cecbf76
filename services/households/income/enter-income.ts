// Enters the income of a household for a year (填报收入), divided by those who belonged to it at the end of the period.
import { newId } from '#platform/database/new-id';
import { brokenConstraint } from '#platform/graph/errors';
import { beijingDay } from '#platform/vocabulary/calendar-day';
import { getHousehold } from '../household/get-household';
import { refusals } from '../refusals';
import { registerRefusals } from '../register-refusals.rules';
import type { HouseholdsContext } from '../tools';
import type { IncomeInput } from './income.input';
import { checkIncome, type FormerIncome, incomePeriod, netOf, nextOrdinal, perHead } from './income.rules';

const GROUND = `select (select jsonb_build_object('ordinal', i.ordinal, 'outcome', i.outcome) from households.income i
    where i.household_id = $1 and i.year = $2 order by i.ordinal desc limit 1) as last,
  (select count(distinct p.id)::int from (
     select m.id, m.joined_on, m.left_on from households.member m where m.household_id = $1
     union all
     select f.member_id, f.joined_on, f.left_on from households.former_membership f where f.household_id = $1 and f.undone_at is null) p
   where (p.joined_on is null or p.joined_on <= $3::date) and (p.left_on is null or p.left_on > $3::date)) as members`;

export function enterIncome(
  context: HouseholdsContext,
  householdId: string,
  year: number,
  input: IncomeInput,
): Promise<string> {
  const deed = { action: 'enterIncome', facts: { householdId, year } };
  return context.inScope.write(deed, async (rows) => {
    const household = await getHousehold(rows, householdId);
    const form = checkIncome({ ...input }, year, household.registeredOn, beijingDay(await rows.now()));
    const { to } = incomePeriod(year);
    const [ground] = await rows.query<{ last: FormerIncome | null; members: number }>(GROUND, [householdId, year, to]);
    const members = ground?.members ?? 0;
    if (members === 0) throw registerRefusals.nobodyAtHome({ to });
    const id = newId();
    await rows
      .query(
        `insert into households.income (id, household_id, region_id, path, year, ordinal, wages, business, property, transfers, production_cost,
           members, per_head, entered_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
        [
          id,
          householdId,
          household.regionId,
          household.path,
          year,
          nextOrdinal(ground?.last ?? null),
          form.wages.toString(),
          form.business.toString(),
          form.property.toString(),
          form.transfers.toString(),
          form.productionCost.toString(),
          members,
          perHead(netOf(form), members).toString(),
          context.caller.personId,
        ],
      )
      .catch((error: unknown) => {
        const broken = brokenConstraint(error);
        if (broken === 'income_once' || broken === 'income_one_waits') throw refusals.changedMeanwhile();
        throw error;
      });
    rows.deed.target = id;
    return id;
  });
}
