// A project as it is shown (项目展示): its words out of the pack, and what can be done next by whom.
import { type Checker, type Hand, mayCheck } from '#platform/vocabulary/hands';
import type { ProjectPack } from './project-pack.rules';
import { stepsFrom } from './project-step.rules';

type Titled = readonly { code: string; title: { zh: string; en: string } }[];

/** The words of a code of the pack. */
export function titleIn(list: Titled, code: string): string {
  const found = list.find((each) => each.code === code);
  return found ? `${found.title.zh} · ${found.title.en}` : code;
}

export function nextStepsOf(
  pack: ProjectPack,
  { state, hands }: { state: string; hands: readonly Hand[] },
  asker: Checker & { post: string },
) {
  const other = hands.every((hand) => mayCheck(asker, hand));
  return stepsFrom(pack, state).map((step) => ({
    code: step.code,
    title: `${step.title.zh} · ${step.title.en}`,
    posts: [...step.posts],
    needs: [...step.needs],
    tells: [...step.tells],
    byAnother: step.hand === 'checks',
    needsDocument: step.document,
    needsEvidence: step.evidence,
    namesSector: step.namesSector,
    mine: (step.posts as readonly string[]).includes(asker.post) && (step.hand !== 'checks' || other),
  }));
}
