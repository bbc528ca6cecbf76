// Tells what a project reached (绩效自评): the actual value of each of its targets, for one year.
import { newId } from '#platform/database/new-id';
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { packInForce } from '#platform/graph/pack/pack-in-force';
import { todayInBeijing } from '#platform/graph/today';
import { addDays } from '#platform/vocabulary/calendar-day';
import { isId } from '#platform/vocabulary/id';
import { commonRefusals, invalidInput } from '#platform/vocabulary/refusal';
import { projectById, targetsOfProject } from '../project/project.loader';
import { readWords } from '../project/project-facts.rules';
import { projectRefusals } from '../project/project-refusals.rules';
import { performancePackKind } from './performance-pack.rules';
import { performanceRefusals as refusals } from './performance-refusals.rules';
import { PerformanceReview } from './performance-review.entity';

export interface Told {
  year: number;
  actuals: readonly { targetId: string; actual: number }[];
  words: string;
}

export async function tellPerformance(context: Context, id: string, told: Told): Promise<string> {
  const { caller, inScope } = context;
  const project = isId(id) ? await projectById.load(context, id) : null;
  if (!project || caller.personId === null) throw commonRefusals.notFound({ what: '项目 project' });
  if (!project.spendable) throw refusals.performanceTooEarly();
  if (told.year < 2000 || told.year > 2100) throw invalidInput('year', '年度有误', 'no such year');
  const targets = await targetsOfProject.load(context, id);
  const actuals = Object.fromEntries(told.actuals.map(({ targetId, actual }) => [targetId, actual]));
  if (told.actuals.length !== targets.length || targets.some((target) => !(target.id in actuals)))
    throw refusals.performanceTargets({ field: 'actuals' });
  const today = await todayInBeijing.load(context, 'today');
  const place = { path: project.path, from: today, until: addDays(today, 1) };
  const pack = await packInForce(context as Context<never>, performancePackKind, place);
  if (!pack) throw projectRefusals.packNotInForce({ day: today, ...performancePackKind.title });
  const { regionId, path } = project;
  const reviewId = newId();
  const selfWords = readWords(told.words, 'words', 4, 2000);
  const selfBy = caller.personId;
  return inScope
    .write({ action: 'tellPerformance', target: reviewId, facts: { projectId: id, year: told.year } }, async (rows) => {
      const of = { id: reviewId, projectId: id, regionId, path, year: told.year, packId: pack.id, packHash: pack.hash };
      await rows.manager.insert(PerformanceReview, { ...of, actuals, selfWords, selfBy, selfAt: await rows.now() });
      return reviewId;
    })
    .catch((error: unknown) => {
      if (brokenConstraint(error) === 'performance_review_once') throw refusals.performanceMade({ year: told.year });
      throw error;
    });
}
