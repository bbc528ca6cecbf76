// Answers an objection (答复异议): dismissed, the procedure goes on when its days are over; upheld, the determination is refused.
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { isId } from '#platform/vocabulary/id';
import { refusePersonalNumbers } from '#platform/vocabulary/personal-number';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { checkText } from '../household/codes.rules';
import { checkAnswerer, checkPost } from './determination.rules';
import { determinationRefusals as refusals } from './determination-refusals.rules';
import { endDetermination } from './end-determination';
import { getDetermination } from './get-determination';
import { checkerOf, writeStep } from './move-determination';
import { Objection } from './objection.entity';
import { PublicNotice } from './public-notice.entity';

export async function answerObjection(
  { caller, inScope }: Context,
  id: string,
  { answer, upheld }: { answer: string; upheld: boolean },
): Promise<string> {
  const notFound = () => commonRefusals.notFound({ what: '异议 objection' });
  const { personId } = caller;
  if (!isId(id) || personId === null) throw notFound();
  const told = checkText(answer, 'answer', 2, 1000);
  refusePersonalNumbers('answer', told);
  try {
    return await inScope.write({ action: 'answerObjection', target: id, facts: { upheld } }, async (rows) => {
      const now = await rows.now();
      const [objection] = await rows.select(Objection, 'where t.id = $1', [id]);
      if (!objection) throw notFound();
      if (objection.answeredAt !== null) throw refusals.objectionAnswered();
      const { determination } = await getDetermination(rows, objection.determinationId);
      const step = determination.steps.find(({ does }, at) => does === 'post' && at >= determination.at);
      checkPost(step?.answeredBy ?? [], caller.post);
      const [notice] = await rows.select(PublicNotice, 'where t.id = $1', [objection.noticeId]);
      checkAnswerer(determination, notice?.postedBy ?? '', checkerOf(caller, personId));
      await rows.query(
        'update households.objection set answer = $2, upheld = $3, answered_by = $4, answered_at = $5 where id = $1 and answered_at is null',
        [id, told, upheld, personId, now],
      );
      if (!upheld || determination.status !== 'open') return id;
      const written = { at: determination.at, step: step?.code ?? '', deed: 'uphold', facts: { objectionId: id } };
      await writeStep(rows, determination, { ...written, remark: told, documentNumber: null, personId, now });
      await endDetermination(rows, determination, { status: 'refused', now, personId });
      return id;
    });
  } catch (error) {
    if (brokenConstraint(error) === 'objection_not_to_oneself') throw refusals.objectionOwn();
    throw error;
  }
}
