// Evaluates and confirms a review (绩效评价、复核): figures are computed by the pack, the rest is judged, and a third person confirms.
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { attachEvidence, type OwnEvidence, ownEvidence } from '#platform/graph/files/attach-evidence';
import { packContent } from '#platform/graph/pack/pack-in-force';
import { mayCheck } from '#platform/vocabulary/hands';
import { isId } from '#platform/vocabulary/id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { budgetOf } from '../project/project.entity';
import { projectById, targetsOfProject } from '../project/project.loader';
import { readWords } from '../project/project-facts.rules';
import { moneyOfProject } from '../project/project-money.loader';
import { performanceReviewById } from './performance.loader';
import {
  bandOf,
  type PerformancePack,
  performancePackKind,
  readDeductions,
  scoreItems,
  scoreOf,
} from './performance-pack.rules';
import { performanceRefusals as refusals } from './performance-refusals.rules';
import { PerformanceReview } from './performance-review.entity';

export interface Evaluation {
  given: readonly { code: string; points: number }[];
  deductions: readonly { code: string; words: string; evidenceIds: readonly string[] }[];
  opinion: string;
}

export async function evaluatePerformance(
  context: Context,
  id: string,
  { given, deductions, opinion }: Evaluation,
): Promise<string> {
  const review = await reviewOf(context, id);
  const pack = await context.inScope.read(
    (rows) => packContent(rows, performancePackKind, { id: review.packId, hash: review.packHash }),
    'public',
  );
  const [project, targets, money] = await Promise.all([
    projectById.load(context, review.projectId),
    targetsOfProject.load(context, review.projectId),
    moneyOfProject.load(context, review.projectId),
  ]);
  if (!project) throw commonRefusals.notFound({ what: '项目 project' });
  const items = scoreItems(pack, {
    targets: targets.map(({ id: target, target: value }) => ({ target: value, actual: review.actuals[target] ?? 0 })),
    ...{ paid: money.paid, budget: budgetOf(project) - project.budgetOwn, judged: judgedOf(pack, given) },
  });
  const taken = readDeductions(
    pack,
    deductions.map(({ code, words }) => ({ code, words: readWords(words, 'deductions', 2, 300) })),
  );
  if (deductions.some(({ evidenceIds }) => evidenceIds.length === 0))
    throw refusals.performanceEvidence({ field: 'deductions' });
  const evidence = await ownEvidence(
    context,
    'funds',
    deductions.flatMap(({ evidenceIds }) => evidenceIds),
  );
  const score = scoreOf(items, taken);
  const words = readWords(opinion, 'opinion', 2, 1000);
  const change = { items, deductions: taken, score, band: bandOf(pack, score), opinion: words };
  return settle(
    context,
    review,
    'evaluatePerformance',
    (by, at) => ({ ...change, evaluatedBy: by, evaluatedAt: at }),
    evidence,
  );
}

export async function confirmPerformance(context: Context, id: string): Promise<string> {
  const review = await reviewOf(context, id);
  return settle(context, review, 'confirmPerformance', (by, at) => ({ confirmedBy: by, confirmedAt: at }));
}

function judgedOf(
  { items }: Pick<PerformancePack, 'items'>,
  given: readonly { code: string; points: number }[],
): Record<string, number> {
  const judged = Object.fromEntries(given.map(({ code, points }) => [code, points]));
  for (const { code, points: of } of items.filter(({ by }) => by === 'judged')) {
    const points = judged[code];
    if (points === undefined || points < 0 || points > of)
      throw refusals.performanceJudged({ field: 'given', item: code, of });
  }
  return judged;
}

async function reviewOf(context: Context, id: string): Promise<PerformanceReview> {
  const found = isId(id) ? await performanceReviewById.load(context, id) : null;
  if (!found) throw commonRefusals.notFound({ what: '绩效评价 review' });
  return found;
}

/** Each of the three hands once, and three people. */
async function settle(
  { caller, inScope }: Context,
  { id, regionId, path }: PerformanceReview,
  action: 'evaluatePerformance' | 'confirmPerformance',
  change: (by: string, at: Date) => Partial<PerformanceReview>,
  evidence: readonly OwnEvidence[] = [],
): Promise<string> {
  const personId = caller.personId ?? '';
  await inScope
    .write({ action, target: id }, async (rows) => {
      const [held] = await rows.select(PerformanceReview, 'where t.id = $1 for update', [id]);
      if (!held) throw commonRefusals.notFound({ what: '绩效评价 review' });
      const evaluated = held.evaluatedAt !== null;
      if (held.confirmedAt || evaluated !== (action === 'confirmPerformance')) throw refusals.performanceState();
      const checker = { personId, principalId: caller.principalId, standsFor: caller.standsFor };
      const made = [held.selfBy, held.evaluatedBy].flatMap((by) => (by ? [{ personId: by, principalId: null }] : []));
      if (!made.every((hand) => mayCheck(checker, hand))) throw refusals.performanceFourEyes();
      await rows.manager.update(PerformanceReview, { id }, change(personId, await rows.now()) as never);
      const subject = { kind: 'performance-review', id, regionId, path };
      await attachEvidence(rows, 'funds', evidence, personId, subject);
    })
    .catch((error: unknown) => {
      if (brokenConstraint(error) === 'performance_review_four_eyes') throw refusals.performanceFourEyes();
      if (brokenConstraint(error) === 'performance_review_in_turn') throw refusals.performanceState();
      throw error;
    });
  return id;
}
