// Corrects facts of a member (更正): birthday and sex follow a corrected number; the head is changed by a deed of its own.
import type { WriteRows } from '#platform/database/in-scope';
import { brokenConstraint } from '#platform/graph/errors';
import { beijingDay } from '#platform/vocabulary/calendar-day';
import { isId } from '#platform/vocabulary/id';
import { commonRefusals, invalidInput } from '#platform/vocabulary/refusal';
import { getHousehold } from '../household/get-household';
import { readCardNumber } from '../member/further-facts.rules';
import { checkMember, type MemberFacts, type MemberForm } from '../member/member.rules';
import { refusals } from '../refusals';
import { registerRefusals } from '../register-refusals.rules';
import type { HouseholdsContext } from '../tools';
import type { GroundInput, MemberFactsInput } from './change.input';
import { factsOfMember } from './facts.query';
import { memberFacts } from './facts.rules';
import { checkGround } from './ground.rules';
import { type FactTold, holdHousehold, recordChanges, writePresent } from './record-changes';

export async function correctMember(
  context: HouseholdsContext,
  memberId: string,
  facts: MemberFactsInput,
  ground: GroundInput,
): Promise<string> {
  const deed = { action: 'correctMember', target: memberId, facts: { fields: fieldsOf(facts) } };
  return context.inScope.write(deed, async (rows) => {
    const changed = await changeMember(context, rows, memberId, facts, ground);
    if (!changed) throw registerRefusals.nothingChanged();
    return memberId;
  });
}

/** Inside a transaction that may do more; answers whether anything differs from what was known of that day. */
export async function changeMember(
  context: HouseholdsContext,
  rows: WriteRows,
  memberId: string,
  facts: MemberFactsInput,
  ground: GroundInput,
): Promise<boolean> {
  const { personalData } = context.tools;
  const present = await getMember(rows, memberId);
  const household = await getHousehold(rows, present.householdId);
  await holdHousehold(rows, household.id);
  const today = beijingDay(await rows.now());
  const number = personalData.open(present.sealed);
  const given = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
  const form = { ...present.facts, idNumber: number, ...given } as MemberForm;
  if (facts.relation && (facts.relation === 'head') !== (present.facts.relation === 'head'))
    throw invalidInput('member.relation', '户主变更另行办理', 'who is the head is changed by changeHead');
  const told = checkMember(form, 'member.', today);
  const change = {
    deed: 'correct' as const,
    household,
    memberId,
    ground: checkGround(ground, household.registeredOn, today),
    changedBy: context.caller.personId,
  };
  const changed = await recordChanges(rows, change, [
    ...fieldsOf(facts).flatMap((field) => (field === 'idNumber' ? [] : [plainFact(field, told)])),
    ...(told.idNumber === number ? [] : [numberFact(context, present.sealed, told)]),
  ]);
  await writePresent(rows, 'member', 'id', memberId, changed).catch((error: unknown) => {
    if (brokenConstraint(error) === 'member_once_in_household')
      throw refusals.memberRepeated({ field: 'member.idNumber' });
    throw error;
  });
  return changed.length > 0;
}

interface PresentMember {
  householdId: string;
  sealed: Buffer;
  facts: Omit<MemberFacts, 'idNumber'>;
}

/** Absent and hidden are refused alike. */
async function getMember({ query }: WriteRows, memberId: string): Promise<PresentMember> {
  const sql = `select m.household_id as "householdId", m.id_number_sealed as sealed, ${factsOfMember} as facts from households.member m where m.id = $1`;
  const [member] = isId(memberId) ? await query<PresentMember>(sql, [memberId]) : [];
  if (!member) throw commonRefusals.notFound({ what: '家庭成员 member' });
  return member;
}

function plainFact(field: string, told: MemberFacts): FactTold {
  const value = told[field as keyof MemberFacts] ?? null;
  return { field, value, columns: { [memberFacts[field as keyof typeof memberFacts]]: value } };
}

function numberFact({ tools: { personalData } }: HouseholdsContext, before: Buffer, told: MemberFacts): FactTold {
  const after = personalData.seal(told.idNumber);
  const value = told.idNumber.slice(-4);
  const columns = {
    id_number_sealed: after,
    id_number_tail: value,
    id_number_index: personalData.blindIndex(told.idNumber),
  };
  return { field: 'idNumber', value, sealed: { before, after }, columns };
}

/** Of a corrected number birthday and sex are told again, and of a disability card what stands in it. */
function fieldsOf(facts: MemberFactsInput): string[] {
  const fields = Object.entries(facts).flatMap(([field, value]) => (value === undefined ? [] : [field]));
  if (!facts.idNumber) return fields;
  const card = readCardNumber(facts.idNumber).disabilityKind ? ['disabilityKind', 'disabilityGrade'] : [];
  return [...new Set([...fields, 'birthday', 'sex', ...card])];
}
