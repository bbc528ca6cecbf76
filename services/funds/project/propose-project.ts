// Proposes a project (申报项目): all twelve fields, and at least one measured target, or it does not enter.
import { newId } from '#platform/database/new-id';
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { attachEvidence, ownEvidence } from '#platform/graph/files/attach-evidence';
import { beijingDay } from '#platform/vocabulary/calendar-day';
import { isId } from '#platform/vocabulary/id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { findProjectPack } from './find-project-pack';
import { Project } from './project.entity';
import type { ProposeProjectInput } from './project.input';
import { checkProposal } from './project-proposal.rules';
import { projectRefusals as refusals } from './project-refusals.rules';
import { projectNumber, waitingIn } from './project-step.rules';
import { ProjectTarget } from './project-target.entity';

export async function proposeProject(context: Context, input: ProposeProjectInput): Promise<string> {
  const { caller, inScope } = context;
  const path = isId(input.regionId) ? await inScope.pathWithin(input.regionId) : null;
  if (path === null || caller.personId === null) throw commonRefusals.notFound({ what: '地区 region' });
  const personId = caller.personId;
  const { id: packId, hash, content: pack } = await findProjectPack(context as Context<never>, path);
  const told = checkProposal(pack, caller.post, input);
  const evidence = await ownEvidence(context, 'funds', input.evidenceIds);
  const id = newId();
  const { regionId, startsOn, endsOn, households, people } = input;
  const deed = { action: 'proposeProject', target: id, facts: { regionId, type: told.type } };
  return inScope
    .write(deed, async (rows) => {
      const now = await rows.now();
      const today = beijingDay(now);
      const { posts, check, dueOn } = waitingIn(pack, pack.start, today);
      await rows.manager.insert(Project, {
        id,
        number: projectNumber(id),
        ...told,
        ...{ regionId, path, startsOn, endsOn, households, people },
        ...{ packId, packHash: hash, state: pack.start, renewalMonth: pack.renewal.fromMonth },
        ...{ proposedBy: personId, proposedAt: now, oddHand: personId, lastHand: 'odd' },
        ...{ waitingPosts: posts, waitingCheck: check, since: now, sinceDay: today, dueOn },
      });
      const targets = input.targets.map(({ kind, indicator, unit, target }, at) => ({
        ...{ id: newId(), projectId: id, regionId, path, ordinal: at + 1 },
        ...{ kind, indicator: indicator.trim(), unit: unit.trim(), target },
      }));
      await rows.manager.insert(ProjectTarget, targets);
      await attachEvidence(rows, 'funds', evidence, personId, { kind: 'project', id, regionId, path });
      return id;
    })
    .catch((error: unknown) => {
      if (/^project_has_(performance|measured)_target$/.test(brokenConstraint(error) ?? ''))
        throw refusals.projectNeedsTarget();
      throw error;
    });
}
