// A case as it is shown (事项展示): its words out of the pack, and what can be done next by whom.
import { type Checker, mayCheck } from '#platform/vocabulary/hands';
import { stepsFrom } from './case-step.rules';
import type { ProgrammePack } from './programme-pack.rules';

export function titleOfState({ states }: ProgrammePack, state: string): string {
  const found = states.find(({ code }) => code === state);
  return found ? `${found.title.zh} · ${found.title.en}` : state;
}

export function titleOfStep({ steps }: ProgrammePack, step: string): string {
  const found = steps.find(({ code }) => code === step);
  return found ? `${found.title.zh} · ${found.title.en}` : step;
}

export function nextStepsOf(
  pack: ProgrammePack,
  { state, makerId }: { state: string; makerId: string | null },
  asker: Checker & { post: string },
) {
  const other = makerId === null || mayCheck(asker, { personId: makerId, principalId: null });
  return stepsFrom(pack, state).map(({ code, title, posts, needs, hand, document, evidence }) => ({
    code,
    title: `${title.zh} · ${title.en}`,
    posts,
    needs,
    byAnother: hand === 'checks',
    needsDocument: document,
    needsEvidence: evidence,
    mine: (posts as readonly string[]).includes(asker.post) && (hand !== 'checks' || other),
  }));
}
