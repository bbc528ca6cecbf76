// Registers a household (建档立卡) with its members in a village of the caller's scope; its state begins as newly identified (新识别).

import type { WriteRows } from '#platform/database/in-scope';
import { newId } from '#platform/database/new-id';
import { onceOnly } from '#platform/database/once-only';
import { beijingDay } from '#platform/vocabulary/calendar-day';
import { canonicalJson } from '#platform/vocabulary/canonical';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { isWithin } from '#platform/vocabulary/region';
import { insertLiving } from '../living/insert-living';
import { checkLiving } from '../living/living.rules';
import { insertMember } from '../member/add-member';
import { refusals } from '../refusals';
import type { HouseholdsContext } from '../tools';
import { checkRegistrationDay } from './check-registration-day';
import type { HouseholdInput } from './household.input';
import { placeOfRegion } from './household.loader';
import { checkHousehold, checkMembers, householdNumber } from './household.rules';

export interface Village {
  regionId: string;
  path: string;
  code: string;
}

export async function registerHousehold(
  context: HouseholdsContext,
  input: HouseholdInput,
  idempotencyKey: string,
): Promise<string> {
  const village = await villageOf(context, input.regionId);
  return context.inScope.write({ action: 'registerHousehold', facts: { regionId: village.regionId } }, async (rows) => {
    const once = {
      subgraph: 'households' as const,
      caller: context.caller,
      operation: 'registerHousehold',
      idempotencyKey,
    };
    // The form is known again by its blind index: from a plain hash an identity number could be guessed.
    const payload = context.tools.personalData.blindIndex(canonicalJson(plain(input)));
    const id = await onceOnly(rows, { ...once, payload }, () => insertHousehold(context, rows, village, input));
    rows.deed.target = id;
    return id;
  });
}

/** The region tree's own path from our copy, the village's code from organisation; both before the transaction opens. */
export async function villageOf(context: HouseholdsContext, regionId: string): Promise<Village> {
  const [place, own] = await Promise.all([placeOfRegion.load(context, regionId), context.inScope.range()]);
  if (!place || !isWithin(place.path, own)) throw commonRefusals.notFound({ what: '村（居） village' });
  if (place.kind !== 'village') throw refusals.notAVillage();
  const question = 'query($id: ID!) { region(id: $id) { code } }';
  const { region } = await context.ask<{ region: { code: string | null } | null }>('organisation', question, {
    id: regionId,
  });
  if (!region?.code) throw refusals.notAVillage();
  return { regionId, path: place.path, code: region.code };
}

/** `born`: by which determination it was identified, and the id that was named there. */
export async function insertHousehold(
  context: HouseholdsContext,
  rows: WriteRows,
  village: Village,
  input: HouseholdInput,
  born: { id: string; determinationId: string; documentNumber: string } | null = null,
): Promise<string> {
  const today = beijingDay(await rows.now());
  const form = checkHousehold(input, today);
  if (!born) await checkRegistrationDay(rows, form.registeredOn, today);
  const members = checkMembers(input.members, today);
  const living = checkLiving(input.living ?? {}, 'living.', Number(today.slice(0, 4)));
  const { personalData } = context.tools;
  const id = born?.id ?? newId();
  const place = { householdId: id, regionId: village.regionId, path: village.path };
  const [serial] = await rows.query<{ next: number }>('select households.next_serial($1) as next', [village.code]);
  const ids = members.map(() => newId());
  const year = Number(form.registeredOn.slice(0, 4));
  await rows.query(
    `insert into households.household (id, number, region_id, path, standard, type, main_cause, other_causes, address, phone_sealed, phone_tail,
       bank_name, bank_card_sealed, bank_card_tail, registered_on, head_member_id, state, state_year)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, 'newly-identified', $17)`,
    [
      id,
      householdNumber(village.code, serial?.next ?? 1),
      village.regionId,
      village.path,
      form.standard,
      form.type,
      form.mainCause,
      form.otherCauses,
      form.address,
      form.phone ? personalData.seal(form.phone) : null,
      form.phone?.slice(-4) ?? null,
      form.bankName,
      form.bankCard ? personalData.seal(form.bankCard) : null,
      form.bankCard?.slice(-4) ?? null,
      form.registeredOn,
      ids[members.findIndex((member) => member.relation === 'head')],
      year,
    ],
  );
  await insertLiving(rows, place, living);
  for (const [at, member] of members.entries())
    await insertMember(rows, personalData, place, member, ids[at] ?? newId());
  await rows.query(
    `insert into households.household_state (household_id, region_id, path, year, ordinal, state, decided_by, determination_id, document_number)
     values ($1, $2, $3, $4, 1, 'newly-identified', $5, $6, $7)`,
    [
      id,
      village.regionId,
      village.path,
      year,
      context.caller.personId,
      born?.determinationId ?? null,
      born?.documentNumber ?? null,
    ],
  );
  return id;
}

function plain(input: HouseholdInput): object {
  return { ...input, living: { ...input.living }, members: input.members.map((member) => ({ ...member })) };
}
