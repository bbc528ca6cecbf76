// How a determination (认定) goes on: where it stands, what holds it, who may take the next step, and what an appraisal decides.
import type { Caller } from '#platform/vocabulary/caller';
import { type Checker, mayCheck } from '#platform/vocabulary/hands';
import { invalidInput } from '#platform/vocabulary/refusal';
import type { DeterminationStepPlan, StepDeed } from './determination-pack.rules';
import { determinationRefusals as refusals } from './determination-refusals.rules';

export type DeterminationStatus = 'open' | 'completed' | 'refused' | 'withdrawn';

export interface StandingDetermination {
  status: DeterminationStatus;
  at: number;
  steps: readonly DeterminationStepPlan[];
  noticeId: string | null;
  /** the first day on which the posting no longer stands */
  postedUntil: string | null;
  proposedBy: string;
  appraisedBy: string | null;
  reviewedBy: string | null;
  verifiedBy: string | null;
  comparedBy: string | null;
  hands: Readonly<Record<string, string>>;
}

/**
 * Which step waits: a posting that has stood its days without an open objection is passed by the clock alone, so that no job has to run
 * for it. Undefined after the last one.
 */
export function waitingAt(
  { at, steps, noticeId, postedUntil }: Pick<StandingDetermination, 'at' | 'steps' | 'noticeId' | 'postedUntil'>,
  openObjections: number,
  today: string,
): number {
  const over = noticeId !== null && postedUntil !== null && postedUntil <= today && openObjections === 0;
  return steps[at]?.does === 'post' && over ? at + 1 : at;
}

/** The step that this deed would take, or why not. */
export function checkTurn(
  determination: StandingDetermination,
  does: StepDeed,
  { openObjections, today, post }: { openObjections: number; today: string; post: Caller['post'] },
): { at: number; step: DeterminationStepPlan } {
  const { status, noticeId, postedUntil, steps } = determination;
  if (status !== 'open') throw refusals.determinationEnded({ status });
  const at = waitingAt(determination, openObjections, today);
  const step = steps[at];
  if (!step) throw refusals.determinationEnded({ status });
  if (step.does === 'post' && noticeId !== null && postedUntil !== null) {
    if (openObjections > 0) throw refusals.objectionOpen({ open: openObjections });
    throw refusals.postingRuns({ until: postedUntil });
  }
  if (step.does !== does) throw refusals.determinationStep({ dueZh: step.title.zh, dueEn: step.title.en });
  checkPost(step.by, post);
  return { at, step };
}

export function checkPost(posts: readonly string[], post: Caller['post']): void {
  if (!posts.includes(post)) throw refusals.determinationNotYours({ posts: posts.join(', ') });
}

type HandColumn = 'proposedBy' | 'appraisedBy' | 'reviewedBy' | 'verifiedBy' | 'comparedBy';

/** Which hands a deed may not come from: what is checked was made by somebody else. */
const apartFrom: Readonly<Partial<Record<StepDeed, readonly HandColumn[]>>> = {
  review: ['proposedBy', 'appraisedBy'],
  approve: ['proposedBy', 'appraisedBy', 'reviewedBy', 'verifiedBy', 'comparedBy'],
};
const allHands: readonly HandColumn[] = ['proposedBy', 'appraisedBy', 'reviewedBy', 'verifiedBy', 'comparedBy'];
const columnOf = (hand: HandColumn) => hand.replace(/B/, '_b');

function touched(determination: StandingDetermination, hands: readonly HandColumn[], checker: Checker): boolean {
  return hands.some((hand) => {
    const personId = determination[hand];
    return (
      personId !== null && !mayCheck(checker, { personId, principalId: determination.hands[columnOf(hand)] ?? null })
    );
  });
}

export function checkHands(determination: StandingDetermination, does: StepDeed, checker: Checker): void {
  if (touched(determination, apartFrom[does] ?? [], checker)) throw refusals.determinationSamePerson();
}

/** An objection is answered by whoever had no hand in what it is raised against. */
export function checkAnswerer(determination: StandingDetermination, postedBy: string, checker: Checker): void {
  if (touched(determination, allHands, checker) || !mayCheck(checker, { personId: postedBy, principalId: null }))
    throw refusals.objectionOwn();
}

/** True when the villagers' representatives agree. */
export function checkVote(
  { favourAbovePercent = 50 }: DeterminationStepPlan,
  { present, inFavour }: { present: number; inFavour: number },
): boolean {
  if (!(Number.isInteger(present) && present >= 1 && present <= 2000))
    throw invalidInput('present', '到会人数须为 1 至 2000', 'between 1 and 2000 were present');
  if (!(Number.isInteger(inFavour) && inFavour >= 0 && inFavour <= present))
    throw invalidInput('inFavour', '赞成人数不能多于到会人数', 'no more are in favour than were present');
  return inFavour * 100 > present * favourAbovePercent;
}
