// Files a complaint about wrong data (反映数据有误): of a household or a town, or of a citizen about the own data, whether in the register or not.
import type { WriteRows } from '#platform/database/in-scope';
import { newId } from '#platform/database/new-id';
import { addDays, beijingDay } from '#platform/vocabulary/calendar-day';
import { isId } from '#platform/vocabulary/id';
import { parseIdentityNumber } from '#platform/vocabulary/identity-number';
import { commonRefusals, invalidInput } from '#platform/vocabulary/refusal';
import { getHousehold } from '../household/get-household';
import { packHolding } from '../rule-pack/rule-pack.loader';
import type { HouseholdsContext } from '../tools';
import type { DataComplaintInput, OwnDataComplaintInput } from './complaint.input';
import { checkClaimed, checkTold, figureOf } from './complaint.rules';
import { complaintClockKind } from './complaint-clock.rules';
import { complaintRefusals } from './complaint-refusals.rules';
import { ComplaintSide, DataComplaint } from './data-complaint.entity';

export async function fileComplaint(
  { caller, inScope }: HouseholdsContext,
  input: DataComplaintInput,
): Promise<DataComplaint> {
  const { figure, householdId, memberId = null } = input;
  const about = figureOf(figure);
  const told = checkTold('told', input.told);
  const claimed = checkClaimed('claimed', about, input.claimed);
  if ((about.of === 'member') !== (memberId !== null))
    throw invalidInput(
      'memberId',
      '成员的数据项须指明成员，户的数据项不填',
      'is told for a figure of a member, and only for one',
    );
  return inScope.write({ action: 'fileDataComplaint', facts: { figure, householdId } }, async (rows) => {
    const household = await getHousehold(rows, householdId);
    if (memberId !== null) {
      const sql = 'select 1 as one from households.member where id = $1 and household_id = $2';
      const known = isId(memberId) ? await rows.query(sql, [memberId, household.id]) : [];
      if (known.length === 0) throw commonRefusals.notFound({ what: '家庭成员 member' });
    }
    const now = await rows.now();
    const complaint = Object.assign(new DataComplaint(), {
      ...unanswered,
      id: newId(),
      figure,
      side: input.forHousehold ? ComplaintSide.household : ComplaintSide.town,
      householdId: household.id,
      memberId,
      regionId: household.regionId,
      path: household.path,
      told,
      claimed,
      filedBy: caller.personId,
      filedAt: now,
      ...(await dueFrom(rows)),
    });
    await rows.manager.insert(DataComplaint, complaint as never);
    rows.deed.target = complaint.id;
    return complaint;
  });
}

/** Answers the id alone: the same whether the number is in the register of that village or not. */
export async function fileOwnComplaint(
  { inScope, tools }: HouseholdsContext,
  input: OwnDataComplaintInput,
): Promise<string> {
  const { figure, regionId } = input;
  const about = figureOf(figure);
  const told = checkTold('told', input.told);
  const claimed = checkClaimed('claimed', about, input.claimed);
  const index = tools.personalData.blindIndex(parseIdentityNumber(input.idNumber));
  return inScope.write(
    { action: 'fileOwnDataComplaint', facts: { figure } },
    async (rows) => {
      const id = newId();
      const { examineDueOn, answerDueOn } = await dueFrom(rows);
      const [row] = isId(regionId)
        ? await rows.query<{ filed: boolean }>(
            'select households.file_own_complaint($1, $2, $3, $4, $5, $6, $7, $8) as filed',
            [id, figure, regionId, index, told, claimed, examineDueOn, answerDueOn],
          )
        : [];
      if (!row?.filed) throw commonRefusals.notFound({ what: '村（居） village' });
      rows.deed.target = id;
      return id;
    },
    'own',
  );
}

async function dueFrom(rows: WriteRows): Promise<{ examineDueOn: string; answerDueOn: string }> {
  const today = beijingDay(await rows.now());
  const { pack } = await packHolding(rows, complaintClockKind, today, complaintRefusals.complaintClockMissing);
  return { examineDueOn: addDays(today, pack.examineDays), answerDueOn: addDays(today, pack.answerDays) };
}

const unanswered = {
  finding: null,
  proposed: null,
  valueIndex: null,
  effect: null,
  examinedBy: null,
  examinedAt: null,
  outcome: null,
  answer: null,
  answeredBy: null,
  answeredAt: null,
};
