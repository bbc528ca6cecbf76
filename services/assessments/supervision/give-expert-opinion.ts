// Records the opinion of an expert (登记专家意见) on one subject, while the supervision is being carried out.
import { newId } from '#platform/database/new-id';
import type { Context } from '#platform/graph/context';
import { isId } from '#platform/vocabulary/id';
import { refusePersonalNumbers } from '#platform/vocabulary/personal-number';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { ProcedureForm } from '../procedure/procedure.entity';
import { ExpertOpinion } from './expert-opinion.entity';
import { Supervision } from './supervision.entity';
import type { ExpertOpinionInput } from './supervision.input';
import { checkRecordable } from './supervision.rules';
import { SupervisionSubject } from './supervision-subject.entity';

export async function giveExpertOpinion(
  { caller, inScope }: Context,
  input: ExpertOpinionInput,
): Promise<ExpertOpinion> {
  const { supervisionId, subjectId, expert, field, opinion } = input;
  const notFound = () => commonRefusals.notFound({ what: '督导对象 subject of the supervision' });
  refusePersonalNumbers('opinion', opinion);
  refusePersonalNumbers('expert', expert);
  if (!isId(supervisionId) || !isId(subjectId) || caller.personId === null) throw notFound();
  const recordedBy = caller.personId;
  return inScope.write(
    { action: 'giveExpertOpinion', target: supervisionId },
    async (rows) => {
      const supervision = await rows.manager.findOneBy(Supervision, {
        id: supervisionId,
        form: ProcedureForm.expert,
      });
      if (!supervision) throw notFound();
      checkRecordable(supervision);
      const subject = await rows.manager.findOneBy(SupervisionSubject, { id: subjectId, supervisionId });
      if (!subject) throw notFound();
      const given = Object.assign(new ExpertOpinion(), {
        id: newId(),
        supervisionId,
        subjectId,
        expert,
        field,
        opinion,
        recordedBy,
        recordedAt: await rows.now(),
        releasedAt: null,
      });
      await rows.manager.insert(ExpertOpinion, given);
      return given;
    },
    'issuer',
  );
}
