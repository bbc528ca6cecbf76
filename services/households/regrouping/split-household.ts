// Splits members off into a household of their own (分户); the former one keeps its id, so that its pairings, visits and money stay where they are.
import type { WriteRows } from '#platform/database/in-scope';
import { newId } from '#platform/database/new-id';
import { onceOnly } from '#platform/database/once-only';
import { beijingDay } from '#platform/vocabulary/calendar-day';
import { holdHousehold } from '../change/record-changes';
import { checkText } from '../household/codes.rules';
import { getHousehold } from '../household/get-household';
import { householdNumber } from '../household/household.rules';
import { presentMembers } from '../membership/membership.query';
import type { HouseholdsContext } from '../tools';
import { changeOf, DECIDED, keepRegrouping } from './keep-regrouping';
import { moveMembers } from './move-members';
import type { SplitInput } from './regrouping.input';
import { checkRegrouping, checkSplit, latestOf, relationsAnew } from './regrouping.rules';

const FOUND = `insert into households.household (id, number, region_id, path, standard, type, main_cause, other_causes, address, registered_on,
    head_member_id, state, state_year)
  select $2, $3, h.region_id, h.path, h.standard, h.type, h.main_cause, h.other_causes, $4, $5, $6, h.state, $7
  from households.household h where h.id = $1`;
/** No day without a helper: whoever helps the one household helps the other until somebody else is paired. */
const SAME_HELPER = `insert into households.pairing (id, household_id, region_id, path, helper_id, valid_from)
  select $3, $2, p.region_id, p.path, p.helper_id, greatest(p.valid_from, $4::date) from households.pairing p
  where p.household_id = $1 and p.valid_to is null`;
export function splitHousehold(
  context: HouseholdsContext,
  householdId: string,
  split: SplitInput,
  idempotencyKey: string,
): Promise<string> {
  const { caller } = context;
  return context.inScope.write({ action: 'splitHousehold', facts: { householdId } }, async (rows) => {
    const once = { subgraph: 'households' as const, caller, operation: 'splitHousehold', idempotencyKey };
    const payload = { householdId, ...split, relations: split.relations.map((each) => ({ ...each })) };
    const id = await onceOnly(rows, { ...once, payload }, () => insertSplit(context, rows, householdId, split));
    rows.deed.target = id;
    return id;
  });
}

async function insertSplit(context: HouseholdsContext, rows: WriteRows, householdId: string, split: SplitInput) {
  const household = await getHousehold(rows, householdId);
  await holdHousehold(rows, householdId);
  const movers = checkSplit(await presentMembers(rows, householdId), split.memberIds, split.headId);
  const anew = relationsAnew(movers, split.relations, split.headId);
  const form = checkRegrouping(split, latestOf([household.registeredOn], movers), beijingDay(await rows.now()));
  const { personId } = context.caller;
  const code = household.number.slice(0, 12);
  const [serial] = await rows.query<{ next: number }>('select households.next_serial($1) as next', [code]);
  const into = { id: newId(), regionId: household.regionId, path: household.path };
  const year = Math.max(household.stateYear, Number(form.on.slice(0, 4)));
  const address = checkText(split.address, 'address', 2, 200);
  const number = householdNumber(code, serial?.next ?? 1);
  await rows.query(FOUND, [householdId, into.id, number, address, form.on, split.headId, year]);
  const change = changeOf('split', form, personId);
  await moveMembers(rows, household, into, movers, anew, change);
  await rows.query(DECIDED, [into.id, into.regionId, into.path, year, household.state, form.documentNumber, personId]);
  await rows.query(SAME_HELPER, [householdId, into.id, newId(), form.on]);
  await keepRegrouping(rows, 'split', household, into.id, form, movers, personId);
  return into.id;
}
