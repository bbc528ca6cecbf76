// Examines a complaint about wrong data (核查): tells where the figure comes from, proposes what is right, and keeps what that would change.
import { brokenConstraint } from '#platform/graph/errors';
import { checkId } from '#platform/vocabulary/id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import type { HouseholdsContext } from '../tools';
import { checkClaimed, checkExamine, checkTold, figureOf } from './complaint.rules';
import { complaintRefusals } from './complaint-refusals.rules';
import type { CorrectionEffect } from './correction-effect.entity';
import { DataComplaint } from './data-complaint.entity';
import { figureNow } from './figure-now.query';
import { findEffect } from './find-effect';

const WHAT = '数据有误反映 data complaint';

export async function getComplaint({ inScope }: HouseholdsContext, id: string): Promise<DataComplaint> {
  checkId(id, WHAT);
  const found = await inScope.read(({ manager }) => manager.findOneBy(DataComplaint, { id }));
  if (!found) throw commonRefusals.notFound({ what: WHAT });
  return found;
}

/** What `to` in place of the disputed figure would change, before anybody decides. */
export async function weighCorrection(
  context: HouseholdsContext,
  id: string,
  to: string,
): Promise<CorrectionEffect | null> {
  const complaint = await getComplaint(context, id);
  const proposed = checkClaimed('to', figureOf(complaint.figure), to);
  return proposed ? findEffect(context, complaint, proposed) : null;
}

export async function examineComplaint(
  context: HouseholdsContext,
  id: string,
  told: { finding: string; proposed: string | null },
): Promise<DataComplaint> {
  const { caller, inScope, tools } = context;
  const finding = checkTold('finding', told.finding);
  const seen = await getComplaint(context, id);
  const by = { personId: caller.personId ?? '', principalId: caller.principalId, standsFor: caller.standsFor };
  checkExamine(seen, by, caller.post);
  const proposed = checkClaimed('proposed', figureOf(seen.figure), told.proposed);
  // Other subgraphs are asked before the transaction opens.
  const effect = proposed ? await findEffect(context, seen, proposed) : null;
  try {
    return await inScope.write({ action: 'examineDataComplaint', target: id }, async (rows) => {
      const complaint = await rows.manager.findOneBy(DataComplaint, { id });
      if (!complaint) throw commonRefusals.notFound({ what: WHAT });
      checkExamine(complaint, by, caller.post);
      const value = await figureNow(rows, complaint);
      const change = {
        finding,
        proposed,
        effect,
        valueIndex: value === null ? null : tools.personalData.blindIndex(`${complaint.figure} ${value}`),
        examinedBy: by.personId,
        examinedAt: await rows.now(),
      };
      await rows.manager.update(DataComplaint, { id }, change as never);
      return Object.assign(complaint, change);
    });
  } catch (error) {
    throw toldOf(error);
  }
}

/** Under which refusal a constraint of the table is told. */
export function toldOf(error: unknown): unknown {
  const constraint = brokenConstraint(error);
  if (constraint === 'data_complaint_four_eyes') return complaintRefusals.complaintSamePerson();
  if (constraint === 'data_complaint_goes_on') return complaintRefusals.complaintStep();
  return error;
}
