// What the papers of a household say of it (材料内容): read from what is stored, with what the caller may see of it now.
import { cursorOf } from '#platform/database/page';
import { beijingDay } from '#platform/vocabulary/calendar-day';
import { maskFromTail } from '#platform/vocabulary/identity-number';
import { helpPlansOf, measuresOfPlan } from './help-plan/help-plan.loader';
import type { Household } from './household/household.entity';
import { seePhone } from './household/see-phone';
import { helperRow, livingFacts, memberRow, policyRow, sheetIncome, visitRow } from './household-paper-rows';
import { namesOf, wordOf } from './household-paper-words';
import { statesOfHousehold } from './household-state/household-state.loader';
import { incomesOfHousehold } from './income/income.loader';
import { linesFor } from './income/poverty-line.rules';
import { povertyLines } from './income/poverty-lines.loader';
import { livingOfHousehold } from './living/living.loader';
import { membersOfHousehold } from './member/member.loader';
import { pairingsOfHousehold } from './pairing/pairing.loader';
import type { PaperFacts } from './paper/household-paper.rules';
import { permissions } from './permissions';
import { verdictsFor } from './policy/policy-verdicts.loader';
import type { HouseholdsContext } from './tools';
import { listVisits } from './visit/visit.loader';

/** A page has its end: the newest of the year; an id before all others, to begin behind its last day. */
const MOST_VISITS = 100;
const NO_ID = '00000000-0000-0000-0000-000000000000';

export async function paperFactsOf(
  context: HouseholdsContext,
  household: Household,
  year: number,
): Promise<PaperFacts> {
  const { id, regionId } = household;
  const [members, states, pairings, plans, visited, living, told, verdicts] = await Promise.all([
    membersOfHousehold.load(context, id),
    statesOfHousehold.load(context, id),
    pairingsOfHousehold.load(context, id),
    helpPlansOf.load(context, id),
    listVisits(context, id, { first: MOST_VISITS, after: cursorOf(`${year + 1}-01-01`, NO_ID) }),
    livingOfHousehold.load(context, id),
    incomesOfHousehold.load(context, id),
    verdictsFor(context, household),
  ]);
  const incomes = told.filter((income, at) => told.findIndex((each) => each.year === income.year) === at);
  const stand = plans.filter(({ outcome }) => outcome === 'approved');
  const measures = await Promise.all(stand.map((plan) => measuresOfPlan.load(context, plan.id)));
  const visits = visited.items.filter(({ visitedOn }) => visitedOn.startsWith(`${year}-`));
  const names = await namesOf(context, {
    people: [
      ...pairings.map(({ helperId }) => helperId),
      ...visits.map(({ helperId }) => helperId),
      ...incomes.flatMap(({ enteredBy, checkedBy }) => [enteredBy, checkedBy]),
    ],
    units: pairings.map(({ unitId }) => unitId),
    region: regionId,
  });
  const signed = new Map(members.map((member) => [member.id, member.name]));
  return {
    number: household.number,
    place: names.place(regionId),
    address: household.address,
    phone: await phoneOf(context, household),
    standard: wordOf('identification-standard', household.standard),
    type: wordOf('household-type', household.type),
    causes: [household.mainCause, ...household.otherCauses].map((cause) => wordOf('poverty-cause', cause)).join('、'),
    registeredOn: household.registeredOn,
    state: `${household.stateYear} 年 ${wordOf('exit-state', household.state)}`,
    year,
    living: livingFacts(living),
    members: members.map(memberRow),
    states: states.map((state) => [String(state.year), wordOf('exit-state', state.state), state.documentNumber ?? '']),
    helpers: pairings.map((pairing) => helperRow(pairing, names)),
    goals: stand.map((plan) => [
      String(plan.year),
      plan.goal,
      `同意 ${plan.reviewedAt ? beijingDay(plan.reviewedAt) : ''}`,
    ]),
    measures: stand.flatMap((plan, at) =>
      (measures[at] ?? []).map((measure) => [
        String(plan.year),
        wordOf('poverty-cause', measure.cause),
        wordOf('visit-measure', measure.kind),
        measure.content,
        measure.dueOn,
        measure.carriedOn ?? '',
        measure.effect ?? '',
        signed.get(measure.signedBy ?? '') ?? '',
      ]),
    ),
    visits: visits.map((visit) => visitRow(visit, names)),
    incomes: incomes.map((income) => sheetIncome(income, names)),
    lines: linesFor(await povertyLines(context), household.number, year),
    policies: verdicts.filter(({ eligible }) => eligible).map(policyRow),
  };
}

/** The same mask and the same log as on the screen: paper is no way around them. */
async function phoneOf(context: HouseholdsContext, { id, phoneTail }: Household): Promise<string> {
  if (!phoneTail) return '';
  const isPlain = permissions.sees(context.caller, 'Household', 'phone') === 'plain';
  return isPlain ? ((await seePhone(context, id)) ?? '') : maskFromTail(phoneTail);
}
