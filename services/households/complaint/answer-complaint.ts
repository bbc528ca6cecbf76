// Answers a complaint about wrong data (答复): a third person; corrected only when the register shows it.
import { commonRefusals } from '#platform/vocabulary/refusal';
import type { HouseholdsContext } from '../tools';
import { checkAnswer, checkTold } from './complaint.rules';
import { complaintRefusals } from './complaint-refusals.rules';
import { ComplaintOutcome, DataComplaint } from './data-complaint.entity';
import { getComplaint, toldOf } from './examine-complaint';
import { figureNow } from './figure-now.query';

export async function answerComplaint(
  context: HouseholdsContext,
  id: string,
  outcome: ComplaintOutcome,
  told: string,
): Promise<DataComplaint> {
  const { caller, inScope, tools } = context;
  const answer = checkTold('answer', told);
  const by = { personId: caller.personId ?? '', principalId: caller.principalId, standsFor: caller.standsFor };
  await getComplaint(context, id);
  try {
    return await inScope.write({ action: 'answerDataComplaint', target: id, facts: { outcome } }, async (rows) => {
      const complaint = await rows.manager.findOneBy(DataComplaint, { id });
      if (!complaint) throw commonRefusals.notFound({ what: '数据有误反映 data complaint' });
      checkAnswer(complaint, by, outcome);
      const value = await figureNow(rows, complaint);
      const same =
        value !== null && tools.personalData.blindIndex(`${complaint.figure} ${value}`) === complaint.valueIndex;
      if (outcome === ComplaintOutcome.corrected && same) throw complaintRefusals.figureUnchanged();
      const change = { outcome, answer, answeredBy: by.personId, answeredAt: await rows.now() };
      await rows.manager.update(DataComplaint, { id }, change);
      return Object.assign(complaint, change);
    });
  } catch (error) {
    throw toldOf(error);
  }
}
