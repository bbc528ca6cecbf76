// Adds a member (家庭成员) to a household in the caller's scope.
import type { WriteRows } from '#platform/database/in-scope';
import { newId } from '#platform/database/new-id';
import type { PersonalData } from '#platform/database/personal-data';
import { brokenConstraint } from '#platform/graph/errors';
import { beijingDay } from '#platform/vocabulary/calendar-day';
import { invalidInput } from '#platform/vocabulary/refusal';
import { getHousehold } from '../household/get-household';
import { refusals } from '../refusals';
import type { HouseholdsContext } from '../tools';
import type { MemberInput } from './member.input';
import { checkMember, type MemberFacts } from './member.rules';

interface MemberPlace {
  householdId: string;
  regionId: string;
  path: string;
}

export async function addMember(context: HouseholdsContext, householdId: string, input: MemberInput): Promise<string> {
  return context.inScope.write({ action: 'addMember', facts: { householdId } }, async (rows) => {
    const { regionId, path } = await getHousehold(rows, householdId);
    const member = checkMember(input, 'member.', beijingDay(await rows.now()));
    if (member.relation === 'head')
      throw invalidInput('member.relation', '该户已有户主', 'the household has its head already');
    const id = await insertMember(rows, context.tools.personalData, { householdId, regionId, path }, member, newId());
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
         pension_insured, disability_kind, disability_grade)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24)`,
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
      ],
    )
    .catch((error: unknown) => {
      if (brokenConstraint(error) === 'member_once_in_household')
        throw refusals.memberRepeated({ field: 'member.idNumber' });
      throw error;
    });
  return id;
}
