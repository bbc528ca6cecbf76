// Appeals (申诉) against a light: once, by the lit region, within the pack's days; decided by somebody who had no hand in light or appeal.
import { type Checker, mayCheck } from '#platform/vocabulary/hands';
import { lightRefusals } from '../light/light-refusals.rules';
import { refusals } from '../refusals';

export interface LightHands {
  regionId: string;
  colour: 'green' | 'yellow' | 'red' | 'unlit';
  proposedBy: string;
  confirmedBy: string | null;
  confirmedAt: Date | null;
}

export interface AppealAsked {
  by: Checker;
  /** of the appointment, never what the client says */
  regionId: string | null;
  node: string;
}

const DAY = 24 * 60 * 60 * 1000;

/** `nodes`: of the light's own tree of evidence; `fromAppeal`: a light that an appeal brought about is final. */
export function checkAppeal(
  light: LightHands,
  asked: AppealAsked,
  pack: { appealDays: number },
  { nodes, fromAppeal, superseded }: { nodes: readonly string[]; fromAppeal: boolean; superseded: boolean },
  now: Date,
): void {
  if (light.confirmedAt === null || light.confirmedBy === null) throw lightRefusals.lightNotPublished();
  if (asked.regionId !== light.regionId) throw lightRefusals.appealNotYours();
  if (light.colour !== 'yellow' && light.colour !== 'red') throw lightRefusals.nothingLit();
  if (fromAppeal) throw lightRefusals.appealFinal();
  if (superseded) throw lightRefusals.lightSuperseded();
  if (!areOthers(asked.by, [light.proposedBy, light.confirmedBy])) throw refusals.samePerson();
  if (now.getTime() >= light.confirmedAt.getTime() + pack.appealDays * DAY)
    throw lightRefusals.appealTooLate({ days: pack.appealDays });
  if (!nodes.includes(asked.node)) throw lightRefusals.appealNodeUnknown({ node: asked.node });
}

export interface AppealHands {
  lightProposedBy: string;
  lightConfirmedBy: string;
  appealedBy: string;
  outcome: 'upheld' | 'rejected' | null;
}

/** Nobody decides on what one proposed, confirmed or appealed against. */
export function checkAppealDecision(appeal: AppealHands, by: Checker): void {
  if (appeal.outcome !== null) throw lightRefusals.appealDecided();
  if (!areOthers(by, [appeal.lightProposedBy, appeal.lightConfirmedBy, appeal.appealedBy])) throw refusals.samePerson();
}

/** For whom each acted stands on the row in the database, whose constraint weighs that too. */
function areOthers(by: Checker, made: readonly string[]): boolean {
  return made.every((personId) => mayCheck(by, { personId, principalId: null }));
}

/** An appeal is upheld by figures: where the sources say the same as before, there is nothing to change. What was told too late may still be turned down. */
export function checkUpheld(upheld: boolean, before: { hash: string }, after: { hash: string }): void {
  if (upheld && before.hash === after.hash) throw lightRefusals.appealChangesNothing();
}
