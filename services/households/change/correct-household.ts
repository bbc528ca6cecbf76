// Corrects facts of a household (更正): since when, why, by which document; what was known before stays known.
import type { WriteRows } from '#platform/database/in-scope';
import { beijingDay } from '#platform/vocabulary/calendar-day';
import { getHousehold } from '../household/get-household';
import type { Household } from '../household/household.entity';
import { checkHousehold, type HouseholdForm } from '../household/household.rules';
import { checkLiving, type LivingFacts } from '../living/living.rules';
import { registerRefusals } from '../register-refusals.rules';
import type { HouseholdsContext } from '../tools';
import type { GroundInput, HouseholdFactsInput } from './change.input';
import { factsOfHousehold, HOUSEHOLD_WITH_LIVING } from './facts.query';
import { householdFacts, livingFacts } from './facts.rules';
import { checkGround } from './ground.rules';
import { type Change, type FactTold, holdHousehold, recordChanges, writePresent } from './record-changes';

export async function correctHousehold(
  context: HouseholdsContext,
  householdId: string,
  facts: HouseholdFactsInput,
  ground: GroundInput,
): Promise<string> {
  const deed = { action: 'correctHousehold', target: householdId, facts: { fields: fieldsOf(facts) } };
  return context.inScope.write(deed, async (rows) => {
    const changed = await changeHousehold(context, rows, householdId, facts, ground);
    if (!changed) throw registerRefusals.nothingChanged();
    return householdId;
  });
}

/** Inside a transaction that may do more; answers whether anything differs from what was known of that day. */
export async function changeHousehold(
  context: HouseholdsContext,
  rows: WriteRows,
  householdId: string,
  facts: HouseholdFactsInput,
  ground: GroundInput,
): Promise<boolean> {
  const household = await getHousehold(rows, householdId);
  await holdHousehold(rows, householdId);
  const today = beijingDay(await rows.now());
  const change: Change = {
    deed: 'correct',
    household,
    memberId: null,
    ground: checkGround(ground, household.registeredOn, today),
    changedBy: context.caller.personId,
  };
  const [present] = await rows.query<{ facts: HouseholdForm & LivingFacts }>(
    `select ${factsOfHousehold} as facts from ${HOUSEHOLD_WITH_LIVING} where h.id = $1`,
    [householdId],
  );
  if (!present) return false;
  const { phone, bankCard, living, ...plain } = facts;
  const form = checkHousehold(
    { ...present.facts, ...given(plain), phone: phone ?? null, bankCard: bankCard ?? null },
    today,
  );
  const lives = checkLiving({ ...present.facts, ...living }, 'living.', Number(today.slice(0, 4)));
  const told = [
    ...Object.keys(given(plain)).map((field) => toldOf(field, form, householdFacts)),
    ...(await numbersTold(context, rows, household, { phone, bankCard }, form)),
  ];
  const livesTold = Object.keys(given(living ?? {}, true)).map((field) => toldOf(field, lives, livingFacts));
  const changedForm = await recordChanges(rows, change, told);
  await writePresent(rows, 'household', 'id', householdId, changedForm);
  const changedLiving = await recordChanges(rows, change, livesTold);
  if (changedLiving.length > 0)
    await rows.query(
      'insert into households.living_conditions (household_id, region_id, path) values ($1, $2, $3) on conflict do nothing',
      [householdId, household.regionId, household.path],
    );
  await writePresent(rows, 'living_conditions', 'household_id', householdId, changedLiving);
  return changedForm.length + changedLiving.length > 0;
}

/** A number differs if it is not the one that is sealed; its log has both, sealed as well. */
async function numbersTold(
  { tools: { personalData } }: HouseholdsContext,
  { query }: WriteRows,
  { id }: Household,
  numbers: { phone?: string | null; bankCard?: string | null },
  form: HouseholdForm,
): Promise<FactTold[]> {
  const [sealed] = await query<{ phone: Buffer | null; bankCard: Buffer | null }>(
    'select phone_sealed as phone, bank_card_sealed as "bankCard" from households.household where id = $1',
    [id],
  );
  return (['phone', 'bankCard'] as const).flatMap((field) => {
    const before = sealed?.[field] ?? null;
    const number = form[field] ?? null;
    if (numbers[field] === undefined || number === (before && personalData.open(before))) return [];
    const after = number ? personalData.seal(number) : null;
    const column = field === 'phone' ? 'phone' : 'bank_card';
    const value = number?.slice(-4) ?? null;
    return [
      { field, value, sealed: { before, after }, columns: { [`${column}_sealed`]: after, [`${column}_tail`]: value } },
    ];
  });
}

function toldOf(field: string, form: object, columns: Readonly<Record<string, string>>): FactTold {
  const value = (form as Record<string, unknown>)[field] ?? null;
  return { field, value, columns: { [columns[field] as string]: value } };
}

/** What was told; null is told only where a fact may be cleared. */
function given<T extends object>(facts: T, clearable = false): Partial<T> {
  const kept = Object.entries(facts).filter(([, value]) => value !== undefined && (clearable || value !== null));
  return Object.fromEntries(kept) as Partial<T>;
}

function fieldsOf({ living, ...facts }: HouseholdFactsInput): string[] {
  return [...Object.keys(given(facts, true)), ...Object.keys(given(living ?? {}, true))];
}
