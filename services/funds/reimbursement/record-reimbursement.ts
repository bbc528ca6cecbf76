// Records what a contract waits for (超规模报批、验收): approval of a larger scale by another person, and its acceptance.
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { checkId } from '#platform/vocabulary/id';
import { commonRefusals, invalidInput } from '#platform/vocabulary/refusal';
import { Reimbursement } from './reimbursement.entity';
import { reimbursementRefusals as refusals } from './reimbursement-refusals.rules';

type Recorded = { scale: { documentNumber: string } } | { acceptance: { documentNumber: string; on: string } };

export async function recordReimbursement({ inScope }: Context, id: string, recorded: Recorded): Promise<string> {
  checkId(id, '报账项目 contract');
  const scale = 'scale' in recorded;
  const { documentNumber } = scale ? recorded.scale : recorded.acceptance;
  const length = documentNumber.trim().length;
  if (length < 2 || length > 100)
    throw invalidInput('documentNumber', '文号须为 2 至 100 个字符', 'a document number has 2 to 100 characters');
  const action = scale ? 'approveReimbursementScale' : 'recordAcceptance';
  try {
    await inScope.write({ action, target: id }, async (rows) => {
      const [found] = await rows.select(Reimbursement, 'where t.id = $1', [id]);
      if (!found) throw commonRefusals.notFound({ what: '报账项目 contract' });
      const [answer] = scale
        ? await rows.query<{ done: boolean }>('select funds.approve_scale($1, $2) as done', [id, documentNumber])
        : await rows.query<{ done: boolean }>('select funds.accept_reimbursement($1, $2, $3) as done', [
            id,
            recorded.acceptance.on,
            documentNumber,
          ]);
      if (!answer?.done) throw refusals.doneAlready();
    });
  } catch (error) {
    if (brokenConstraint(error) === 'reimbursement_four_eyes') throw refusals.claimEyes();
    if (brokenConstraint(error) === 'reimbursement_accepted_by_today')
      throw invalidInput('on', '验收日期不得晚于今日', 'a day of acceptance is not a day to come');
    throw error;
  }
  return id;
}
