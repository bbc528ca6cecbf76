// Reports the progress of a task (上报进展) by the unit or region that owns it.

import { newId } from '#platform/database/new-id';
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { attachEvidence, ownEvidence } from '#platform/graph/files/attach-evidence';
import { beijingDay } from '#platform/vocabulary/calendar-day';
import { isId } from '#platform/vocabulary/id';
import { refusePersonalNumbers } from '#platform/vocabulary/personal-number';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { refusals } from '../refusals';
import { Task } from '../task/task.entity';
import { Progress } from './progress.entity';
import type { ReportProgressInput } from './progress.input';
import { checkCounts, checkEvidence, checkReport } from './progress.rules';

export async function reportProgress(context: Context, input: ReportProgressInput): Promise<Progress> {
  const { caller, inScope } = context;
  const { taskId, quarter, percent, note } = input;
  const notFound = () => commonRefusals.notFound({ what: '任务 task' });
  refusePersonalNumbers('note', note);
  if (!isId(taskId) || caller.personId === null) throw notFound();
  checkCounts(input);
  const { personId, unitId, regionId } = caller;
  const evidence = await ownEvidence(context, 'assessments', input.evidenceIds);
  try {
    return await inScope.write(
      { action: 'reportProgress', target: taskId, facts: { quarter, percent } },
      async (rows) => {
        const task = await rows.manager.findOneBy(Task, { id: taskId });
        if (!task) throw notFound();
        if (task.unitId !== null && task.unitId === unitId) {
          const [sealed] = await rows.query(
            'select 1 from assessments.unit_result where unit_id = $1 and quarter = $2',
            [unitId, quarter],
          );
          if (sealed) throw refusals.quarterSealed({ quarter });
        }
        const earlier = (await rows.manager.findBy(Progress, { taskId })).filter((each) => each.quarter <= quarter);
        const now = await rows.now();
        checkReport(task, { quarter, percent }, { personId, unitId, regionId }, earlier, beijingDay(now));
        checkEvidence(task.evidenceWanted, percent, evidence.length);
        const report = Object.assign(new Progress(), {
          id: newId(),
          taskId,
          unitId: task.unitId,
          regionId: task.regionId,
          path: task.path,
          quarter,
          percent,
          done: input.done ?? null,
          wanted: input.wanted ?? null,
          note,
          reportedBy: personId,
          reportedUnit: unitId,
          reportedAt: now,
          confirmedBy: null,
          confirmedUnit: null,
          confirmedAt: null,
          outcome: null,
          remark: null,
          verifiedBy: null,
          verifiedUnit: null,
          verifiedAt: null,
          verification: null,
        });
        await rows.manager.insert(Progress, report);
        await attachEvidence(rows, 'assessments', evidence, personId, { kind: 'progress', ...report, releasedAt: now });
        return report;
      },
    );
  } catch (error) {
    // Two reports at once: the second meets the first only in the index.
    if (brokenConstraint(error) === 'progress_one_open') throw refusals.progressAwaited({ quarter });
    throw error;
  }
}
