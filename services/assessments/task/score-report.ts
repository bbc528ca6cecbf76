// Scores a report (确认计分) in the transaction that confirms it: by the formula of its item, under the version of the checklist that it stands on.
import type { WriteRows } from '#platform/database/in-scope';
import { invalidInput } from '#platform/vocabulary/refusal';
import type { Progress } from '../progress/progress.entity';
import { Checklist } from './checklist.entity';
import { plainFormula, scoreItem } from './item-formula.rules';
import { Task } from './task.entity';
import { TaskScore } from './task-score.entity';

/** `cases`: complaints verified against the task, told by whoever confirms; asked for where the formula deducts for each. */
export async function scoreReport(
  rows: WriteRows,
  report: Progress,
  { cases, by, at }: { cases: number | null; by: string; at: Date },
): Promise<void> {
  const task = await rows.manager.findOneByOrFail(Task, { id: report.taskId });
  const formula = task.formula ?? plainFormula;
  const perCase = formula.pattern === 'minus-per-case';
  if (perCase !== (cases !== null))
    throw invalidInput(
      'cases',
      perCase ? '该任务按查实件数扣分，须填件数' : '该任务不按件数扣分',
      perCase
        ? 'points are taken off for each case verified, tell how many'
        : 'no points are taken off by the case here',
    );
  if (cases !== null && cases < 0) throw invalidInput('cases', '件数不得为负', 'a count is not below zero');
  const checklist = task.checklistId && (await rows.manager.findOneBy(Checklist, { id: task.checklistId }));
  const { percent, done, wanted } = report;
  const score = scoreItem(formula, task.weight, { percent, done, wanted, cases: cases ?? 0 });
  await rows.manager.insert(TaskScore, {
    ...score,
    progressId: report.id,
    taskId: task.id,
    unitId: report.unitId,
    regionId: report.regionId,
    path: report.path,
    quarter: report.quarter,
    checklistId: task.checklistId,
    packHash: checklist ? checklist.packHash : null,
    formula,
    weight: task.weight,
    cases: cases ?? 0,
    scoredBy: by,
    scoredAt: at,
  });
}
