// Asks for the release of a light, and grants or refuses it (申请、准予或不予解除亮灯): two people.
import { newId } from '#platform/database/new-id';
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { isId } from '#platform/vocabulary/id';
import { refusePersonalNumbers } from '#platform/vocabulary/personal-number';
import { commonRefusals, invalidInput } from '#platform/vocabulary/refusal';
import { Light } from '../light/light.entity';
import { lightRefusals } from '../light/light-refusals.rules';
import { refusals } from '../refusals';
import { LightRelease, ReleaseOutcome } from './light-release.entity';
import { checkReleaseAsked, checkReleaseDecision } from './release.rules';

export async function askRelease(
  { caller, inScope }: Context,
  lightId: string,
  measures: string,
): Promise<LightRelease> {
  const notFound = () => commonRefusals.notFound({ what: '亮灯 light' });
  const { personId, regionId } = caller;
  if (!isId(lightId) || personId === null) throw notFound();
  if (!measures.trim()) throw invalidInput('measures', '须说明整改情况', 'say what was done');
  refusePersonalNumbers('measures', measures);
  try {
    return await inScope.write({ action: 'askRelease', target: lightId }, async (rows) => {
      const light = await rows.manager.findOneBy(Light, { id: lightId });
      if (!light) throw notFound();
      checkReleaseAsked(light, regionId);
      const [granted] = await rows.query(
        `select 1 from assessments.light_release where light_id = $1 and outcome = 'granted'`,
        [lightId],
      );
      if (granted) throw lightRefusals.releaseDecided();
      const release = Object.assign(new LightRelease(), {
        id: newId(),
        lightId,
        regionId: light.regionId,
        path: light.path,
        measures,
        askedBy: personId,
        askedAt: await rows.now(),
        decidedBy: null,
        decidedAt: null,
        outcome: null,
        remark: null,
      });
      await rows.manager.insert(LightRelease, release);
      return release;
    });
  } catch (error) {
    if (brokenConstraint(error) === 'light_release_one_open') throw lightRefusals.releaseAwaited();
    throw error;
  }
}

export async function releaseLight(
  { caller, inScope }: Context,
  id: string,
  granted: boolean,
  remark: string | null,
): Promise<LightRelease> {
  const notFound = () => commonRefusals.notFound({ what: '解除申请 request for release' });
  const { personId, principalId, standsFor } = caller;
  if (!isId(id) || personId === null) throw notFound();
  if (!granted && !remark?.trim()) throw invalidInput('remark', '不予解除须说明原因', 'say why it is refused');
  refusePersonalNumbers('remark', remark);
  try {
    return await inScope.write({ action: 'releaseLight', target: id, facts: { granted } }, async (rows) => {
      const release = await rows.manager.findOneBy(LightRelease, { id });
      const light = release && (await rows.manager.findOneBy(Light, { id: release.lightId }));
      if (!release || !light) throw notFound();
      const done = await rows.query<{ consequence: string }>(
        'select consequence from assessments.light_consequence where light_id = $1',
        [light.id],
      );
      const names = done.map(({ consequence }) => consequence);
      checkReleaseDecision(release, { personId, principalId, standsFor }, granted, light.consequences, names);
      const decision = {
        decidedBy: personId,
        decidedAt: await rows.now(),
        outcome: granted ? ReleaseOutcome.granted : ReleaseOutcome.refused,
        remark,
      };
      await rows.manager.update(LightRelease, { id }, decision);
      return Object.assign(release, decision);
    });
  } catch (error) {
    const constraint = brokenConstraint(error);
    if (constraint === 'assessments_light_release_decided_once') throw lightRefusals.releaseDecided();
    if (constraint === 'light_release_four_eyes') throw refusals.samePerson();
    throw error;
  }
}
