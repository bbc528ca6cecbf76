// Approves an area programme (批准山区开发方案), by another person than drafted it, under a document.
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { mayCheck } from '#platform/vocabulary/hands';
import { checkId } from '#platform/vocabulary/id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { readWords } from '../project/project-facts.rules';
import { AreaProgramme } from './area-programme.entity';
import { areaProgrammeRefusals as refusals } from './area-programme-refusals.rules';

export async function approveAreaProgramme(
  { caller, inScope }: Context,
  id: string,
  documentNumber: string,
): Promise<string> {
  const what = '山区开发方案 area programme';
  checkId(id, what);
  const told = readWords(documentNumber, 'documentNumber', 2, 100);
  const personId = caller.personId ?? '';
  await inScope
    .write({ action: 'approveAreaProgramme', target: id, facts: { documentNumber: told } }, async (rows) => {
      const [found] = await rows.select(AreaProgramme, 'where t.id = $1 for update', [id]);
      if (!found) throw commonRefusals.notFound({ what });
      if (found.approvedAt) throw refusals.areaProgrammeApproved();
      const checker = { personId, principalId: caller.principalId, standsFor: caller.standsFor };
      if (!mayCheck(checker, { personId: found.draftedBy, principalId: null })) throw refusals.areaProgrammeFourEyes();
      const change = { documentNumber: told, approvedBy: personId, approvedAt: await rows.now() };
      await rows.manager.update(AreaProgramme, { id }, change);
    })
    .catch((error: unknown) => {
      if (brokenConstraint(error) === 'area_programme_four_eyes') throw refusals.areaProgrammeFourEyes();
      throw error;
    });
  return id;
}
