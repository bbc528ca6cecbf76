// Answers what a verdict above asked of the own member (答复成员核改): corrected, which the register must show, or standing as it is and why.
import type { WriteRows } from '#platform/database/in-scope';
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { checkId } from '#platform/vocabulary/id';
import { refusePersonalNumbers } from '#platform/vocabulary/personal-number';
import { commonRefusals, invalidInput } from '#platform/vocabulary/refusal';
import { duplicateRefusals } from './duplicate-refusals.rules';
import { MemberCheck, MemberCheckAnswer } from './member-check.entity';

const WHAT = '成员核改 member check';

export async function answerMemberCheck(
  { caller, inScope }: Context,
  id: string,
  answer: MemberCheckAnswer,
  remark: string | null,
): Promise<MemberCheck> {
  checkId(id, WHAT);
  if (answer === MemberCheckAnswer.stands && !remark?.trim())
    throw invalidInput('remark', '须说明为何无误', 'say why it stands');
  refusePersonalNumbers('remark', remark);
  try {
    return await inScope.write({ action: 'answerMemberCheck', target: id, facts: { answer } }, async (rows) => {
      const check = await rows.manager.findOneBy(MemberCheck, { id });
      if (!check) throw commonRefusals.notFound({ what: WHAT });
      if (check.answer !== null) throw duplicateRefusals.memberCheckAnswered();
      if (answer === MemberCheckAnswer.done && (await stillMeets(rows, check)))
        throw duplicateRefusals.memberUnchanged();
      const given = { answer, remark, answeredBy: caller.personId, answeredAt: await rows.now() };
      await rows.manager.update(MemberCheck, { id }, given);
      return Object.assign(check, given);
    });
  } catch (error) {
    const constraint = brokenConstraint(error);
    if (constraint === 'member_check_decided_once') throw duplicateRefusals.memberCheckAnswered();
    if (constraint === 'member_check_four_eyes') throw duplicateRefusals.memberCheckOwn();
    throw error;
  }
}

/** Whether the pair still meets is the keeper's to see: the other side may lie outside the town. */
async function stillMeets({ query }: WriteRows, { id }: MemberCheck): Promise<boolean> {
  const [row] = await query<{ meets: boolean }>('select households.pair_still_meets($1) as meets', [id]);
  return row?.meets ?? false;
}
