// Appeals against a light (申诉) at one item of its evidence: by the officer of the lit region, once, in time.
import { newId } from '#platform/database/new-id';
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { isId } from '#platform/vocabulary/id';
import { refusePersonalNumbers } from '#platform/vocabulary/personal-number';
import { commonRefusals, invalidInput } from '#platform/vocabulary/refusal';
import { findLightPack } from '../light/find-quarter-packs';
import { Light } from '../light/light.entity';
import { lightRefusals } from '../light/light-refusals.rules';
import { refusals } from '../refusals';
import { nodesOf } from '../scoring/frozen-score.rules';
import { Score } from '../scoring/score.entity';
import { checkAppeal } from './appeal.rules';
import { LightAppeal } from './light-appeal.entity';

export async function appealLight(
  context: Context,
  lightId: string,
  node: string,
  grounds: string,
): Promise<LightAppeal> {
  const { caller, inScope } = context;
  const notFound = () => commonRefusals.notFound({ what: '亮灯 light' });
  const { personId, principalId, standsFor, regionId } = caller;
  if (!isId(lightId) || personId === null) throw notFound();
  if (!grounds.trim()) throw invalidInput('grounds', '须说明理由', 'say on which grounds');
  refusePersonalNumbers('grounds', grounds);
  const days = await appealDaysOf(context, lightId);
  try {
    return await inScope.write({ action: 'appealLight', target: lightId, facts: { node } }, async (rows) => {
      const light = await rows.manager.findOneBy(Light, { id: lightId });
      if (!light) throw notFound();
      const score = await rows.manager.findOneBy(Score, { id: light.scoreId });
      const [ground] = await rows.query<{ fromAppeal: boolean; superseded: boolean }>(
        `select exists (select 1 from assessments.light_appeal a where a.new_light_id = $1) as "fromAppeal",
           exists (select 1 from assessments.light l where l.supersedes = $1 and l.status = 'confirmed') as superseded`,
        [lightId],
      );
      const now = await rows.now();
      const nodes = score ? nodesOf(score.tree).map((each) => each.node) : [];
      const facts = { nodes, fromAppeal: ground?.fromAppeal ?? false, superseded: ground?.superseded ?? false };
      checkAppeal(
        light,
        { by: { personId, principalId, standsFor }, regionId, node },
        { appealDays: days },
        facts,
        now,
      );
      const appeal = {
        id: newId(),
        lightId,
        regionId: light.regionId,
        path: light.path,
        node,
        grounds,
        lightProposedBy: light.proposedBy,
        lightConfirmedBy: light.confirmedBy ?? '',
        appealedBy: personId,
        appealedAt: now,
      };
      await rows.manager.insert(LightAppeal, appeal);
      const open = { decidedBy: null, decidedAt: null, outcome: null, reason: null, tree: null, newLightId: null };
      return Object.assign(new LightAppeal(), appeal, open, { colour: null, score: null, inputsHash: null });
    });
  } catch (error) {
    const constraint = brokenConstraint(error);
    if (constraint === 'light_appealed_once') throw lightRefusals.appealedAlready();
    if (constraint === 'light_appeal_four_eyes') throw refusals.samePerson();
    throw error;
  }
}

/** The window of the pack by which the light was drawn; a light that one does not see has none, and is not found below. */
async function appealDaysOf(context: Context, lightId: string): Promise<number> {
  const light = await context.inScope.read(({ manager }) => manager.findOneBy(Light, { id: lightId }));
  const pack = light && (await findLightPack(context, light));
  return pack?.appealDays ?? 0;
}
