// Release of a light (解除亮灯): asked by the lit region with what it did, granted by another person once all consequences are carried out.

import { type Checker, mayCheck } from '#platform/vocabulary/hands';
import type { FrozenConsequence } from '../light/light.rules';
import { lightRefusals } from '../light/light-refusals.rules';
import { refusals } from '../refusals';

export interface ReleasableLight {
  regionId: string;
  colour: 'green' | 'yellow' | 'red' | 'unlit';
  confirmedAt: Date | null;
}

export function checkReleaseAsked(light: ReleasableLight, regionId: string | null): void {
  if (light.confirmedAt === null) throw lightRefusals.lightNotPublished();
  if (regionId !== light.regionId) throw lightRefusals.releaseNotYours();
  if (light.colour !== 'yellow' && light.colour !== 'red') throw lightRefusals.nothingLit();
}

/** Refusing needs no consequence to be carried out; granting needs all. */
export function checkReleaseDecision(
  release: { askedBy: string; outcome: 'granted' | 'refused' | null },
  by: Checker,
  granted: boolean,
  consequences: readonly FrozenConsequence[],
  done: readonly string[],
): void {
  if (release.outcome !== null) throw lightRefusals.releaseDecided();
  if (!mayCheck(by, { personId: release.askedBy, principalId: null })) throw refusals.samePerson();
  const open = consequences.filter(({ consequence }) => !done.includes(consequence));
  if (granted && open.length > 0) throw lightRefusals.consequencesOpen({ open: open.map(({ zh }) => zh).join('、') });
}

export function checkConsequence(
  light: ReleasableLight & { consequences: readonly FrozenConsequence[] },
  consequence: string,
): void {
  if (light.confirmedAt === null) throw lightRefusals.lightNotPublished();
  if (!light.consequences.some((each) => each.consequence === consequence))
    throw lightRefusals.consequenceUnknown({ consequence });
}
