// Lists the medical insurance of a member by year (分年度参保): from the year in which the household was registered to this one.
import { todayInBeijing } from '#platform/graph/today';
import { householdById } from '../household/household.loader';
import type { Member } from '../member/member.entity';
import type { HouseholdsContext } from '../tools';
import { type InsuranceTold, insuredYears, type YearOfInsurance } from './insured-year.rules';
import { insuranceChangesOf } from './insured-years.loader';

export async function listInsuredYears(
  context: HouseholdsContext,
  { id, householdId, insured, joinedOn }: Member,
): Promise<YearOfInsurance[]> {
  const [changes, household, to] = await Promise.all([
    insuranceChangesOf.load(context, id),
    householdById.load(context, householdId),
    todayInBeijing.load(context, 'today'),
  ]);
  const told = changes.map((change): InsuranceTold => {
    const { before, after, validFrom, reason, documentNumber } = change;
    return { before: String(before), after: String(after), validFrom, reason, documentNumber };
  });
  return insuredYears(insured, told, { from: joinedOn ?? household?.registeredOn ?? to, to });
}
