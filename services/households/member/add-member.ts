// Adds a member (家庭成员) to a household in the caller's scope.
import type { WriteRows } from '#platform/database/in-scope';
import { newId } from '#platform/database/new-id';
import type { PersonalData } from '#platform/database/personal-data';
import { brokenConstraint } from '#platform/graph/errors';
import { beijingDay } from '#platform/vocabulary/calendar-day';
import { invalidInput } from '#platform/vocabulary/refusal';
import type { MembershipInput } from '../change/change.input';
import { holdHousehold, recordChanges } from '../change/record-changes';
import { getHousehold } from '../household/get-household';
import { checkJoining } from '../membership/membership.rules';
import { refusals } from '../refusals';
import type { HouseholdsContext } from '../tools';
import type { MemberInput } from './member.input';
import { checkMember, type MemberFacts } from './member.rules';

interface MemberPlace {
  householdId: string;
  regionId: string;
  path: string;
  joinedOn?: string | null;
}

/** Without a word of why, the member was left out when the household was registered (漏登补录). */
const OMITTED: MembershipInput = { reason: 'omitted', on: '', documentNumber: '漏登补录' };

export async function addMember(
  context: HouseholdsContext,
  householdId: string,
  input: MemberInput,
  joining: MembershipInput = OMITTED,
): Promise<string> {
  return context.inScope.write({ action: 'addMember', facts: { householdId } }, async (rows) => {
    const household = await getHousehold(rows, householdId);
    const { regionId, path } = household;
    await holdHousehold(rows, householdId);
    const today = beijingDay(await rows.now());
    const member = checkMember(input, 'member.', today);
    const form = checkJoining(joining, household.registeredOn, today);
    if (member.relation === 'head')
      throw invalidInput('member.relation', '该户已有户主', 'the household has its head already');
    const place = { householdId, regionId, path, joinedOn: form.reason === 'omitted' ? null : form.on };
    const id = await insertMember(rows, context.tools.personalData, place, member, newId());
    const ground = { ...form, validFrom: form.on };
    const change = { deed: 'join' as const, household, memberId: id, ground, changedBy: context.caller.personId };
    await recordChanges(rows, change, [{ field: 'household', value: householdId }], { household: null });
    rows.deed.target = id;
    return id;
  });
}

export async function insertMember(
  rows: WriteRows,
  personalData: PersonalData,
  place: MemberPlace,
  member: MemberFacts,
  id: string,
): Promise<string> {
  await rows
    .query(
      `insert into households.member (id, household_id, region_id, path, name, sex, id_number_sealed, id_number_tail, id_number_index, birthday,
         relation, ethnicity, education, health, labour, insured, schooling, work_place, work_months, dibao, critical_illness_insured,
         pension_insured, disability_kind, disability_grade, joined_on)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25)`,
      [
        id,
        place.householdId,
        place.regionId,
        place.path,
        member.name,
        member.sex,
        personalData.seal(member.idNumber),
        member.idNumber.slice(-4),
        personalData.blindIndex(member.idNumber),
        member.birthday,
        member.relation,
        member.ethnicity,
        member.education,
        member.health,
        member.labour,
        member.insured,
        member.schooling,
        member.workPlace,
        member.workMonths,
        member.dibao,
        member.criticalIllnessInsured,
        member.pensionInsured,
        member.disabilityKind,
        member.disabilityGrade,
        place.joinedOn ?? null,
      ],
    )
    .catch((error: unknown) => {
      if (brokenConstraint(error) === 'member_once_in_household')
        throw refusals.memberRepeated({ field: 'member.idNumber' });
      throw error;
    });
  return id;
}
