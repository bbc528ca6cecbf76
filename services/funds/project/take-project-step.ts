// Takes a project a step on (办理项目环节): by its pack, on its day and document, with a step that never changes.
import { newId } from '#platform/database/new-id';
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { attachEvidence, ownEvidence } from '#platform/graph/files/attach-evidence';
import { beijingDay } from '#platform/vocabulary/calendar-day';
import { isId } from '#platform/vocabulary/id';
import { commonRefusals, type RefusalMaker } from '#platform/vocabulary/refusal';
import { packOfProject } from './find-project-pack';
import { findSectorUnit } from './find-sector-unit';
import { Project } from './project.entity';
import type { TakeProjectStepInput } from './project.input';
import { projectById } from './project.loader';
import { budgetAfter, handsOf, readProjectFacts, readWords } from './project-facts.rules';
import { projectRefusals as refusals } from './project-refusals.rules';
import { ProjectStep } from './project-step.entity';
import { checkGrowth, checkRenewal, findProjectStep, waitingIn } from './project-step.rules';

export const noProject = () => commonRefusals.notFound({ what: '项目 project' });

export async function takeProjectStep(context: Context, input: TakeProjectStepInput): Promise<string> {
  const { caller, inScope } = context;
  const known = isId(input.projectId) ? await projectById.load(context, input.projectId) : null;
  if (!known || caller.personId === null) throw noProject();
  const personId = caller.personId;
  const pack = await packOfProject(context, known);
  const documentNumber = input.documentNumber ? readWords(input.documentNumber, 'documentNumber', 2, 100) : null;
  const remark = input.remark ? readWords(input.remark, 'remark', 1, 1000) : null;
  const evidence = await ownEvidence(context, 'funds', input.evidenceIds);
  const named = pack.steps.find(({ code }) => code === input.step);
  const isMine = (named?.posts as readonly string[] | undefined)?.includes(caller.post) ?? false;
  const sector =
    named?.namesSector && isMine ? await findSectorUnit(context, pack, known.type, input.sectorUnitId ?? null) : null;
  const deed = { action: 'takeProjectStep', target: known.id, facts: { step: input.step, documentNumber } };
  return inScope
    .write(deed, async (rows) => {
      const [standing] = await rows.select(Project, 'where t.id = $1', [known.id]);
      if (!standing) throw noProject();
      const now = await rows.now();
      const day = input.day ?? beijingDay(now);
      const step = findProjectStep(pack, { ...standing, hands: handsOf(standing) }, input.step, {
        post: caller.post,
        checker: { personId, principalId: caller.principalId, standsFor: caller.standsFor },
        ...{ day, today: beijingDay(now), documentNumber, evidence: evidence.length },
      });
      const facts = readProjectFacts(step, input.facts ?? []);
      checkGrowth(pack, step, budgetAfter(standing, facts));
      const renews = checkRenewal(pack, step.code, { day, renewedYear: standing.renewedYear });
      const { posts, check, dueOn } = waitingIn(pack, step.to, day);
      const state = pack.states.find(({ code }) => code === step.to);
      const { id: projectId, regionId, path } = standing;
      const id = newId();
      await rows.manager.insert(ProjectStep, {
        ...{ id, projectId, ordinal: standing.steps + 1, regionId, path },
        ...{ code: step.code, fromState: standing.state, toState: step.to, hand: step.hand, change: step.change },
        ...{ renews, approvesBudget: step.approvesBudget, namesSector: sector },
        ...{ postsAt: step.postsAt, cleared: step.cleared, announced: step.announces ?? false },
        ...{ inLibrary: state?.inLibrary ?? false, spendable: state?.spendable ?? false },
        ...{ facts, day, documentNumber, remark },
        ...{ takenBy: personId, takenFor: caller.principalId, takenPost: caller.post, takenUnit: caller.unitId },
        ...{ takenAt: now, waitingPosts: posts, waitingCheck: check, dueOn },
      });
      const subject = { kind: 'project-step', id, regionId, path, unitId: sector ?? standing.sectorUnit };
      await attachEvidence(rows, 'funds', evidence, personId, subject);
      return projectId;
    })
    .catch((error: unknown) => {
      throw refusalOf[brokenConstraint(error) ?? '']?.({ kind: `project-${named?.postsAt}` }) ?? error;
    });
}

/** The rules said it before; the database says it again to whoever came around them, or a moment later. */
const refusalOf: Readonly<Record<string, RefusalMaker>> = {
  project_four_eyes: refusals.projectFourEyes,
  project_step_once: refusals.projectMovedMeanwhile,
  project_step_in_turn: refusals.projectMovedMeanwhile,
  project_step_posted: refusals.projectNotPosted,
  project_step_cleared: refusals.projectNotCleared,
  project_step_planned: refusals.projectPlanNotApproved,
  project_step_announced: refusals.projectNotAnnounced,
  project_budget_covers_payments: refusals.projectBudgetBelowPayments,
};
