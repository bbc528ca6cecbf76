// Makes a resolution of a meeting a task (议定事项转任务) of the unit or region that it charges, by the office of the region that met.
import { newId } from '#platform/database/new-id';
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { isId } from '#platform/vocabulary/id';
import { refusePersonalNumbers } from '#platform/vocabulary/personal-number';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { refusals } from '../refusals';
import { Task } from './task.entity';
import type { TaskResolutionInput } from './task.input';
import { chargeOf, type PublishedResolution } from './task-resolution.rules';

const RESOLUTION = `query($id:ID!){resolutionForTask(id:$id){id regionId position content ownerUnitId ownerRegionId deadline heldOn minutesNumber publishedAt}}`;

const INSERT = `insert into assessments.task (id, year, code, unit_id, region_id, path, title, standard, weight, deadline, evidence_wanted,
  resolution_id, begins_on, tasked_by, tasked_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, now())`;

export async function taskResolution(context: Context, input: TaskResolutionInput): Promise<Task> {
  const { caller, inScope } = context;
  const { resolutionId, standard, evidenceWanted, weight } = input;
  refusePersonalNumbers('standard', standard);
  refusePersonalNumbers('evidenceWanted', evidenceWanted);
  const notFound = () => commonRefusals.notFound({ what: '议定事项 resolution' });
  if (!isId(resolutionId)) throw notFound();
  const { resolutionForTask: resolution } = await context.ask<{ resolutionForTask: PublishedResolution | null }>(
    'organisation',
    RESOLUTION,
    { id: resolutionId },
  );
  if (!resolution) throw notFound();
  const charge = chargeOf(resolution, caller.regionId);
  const path = await inScope.pathWithin(charge.regionId);
  if (path === null) throw notFound();
  const id = newId();
  return inScope
    .write({ action: 'taskResolution', target: id, facts: { resolutionId, ...charge } }, async (rows) => {
      const head = [id, charge.year, charge.code, charge.unitId, charge.regionId, path, resolution.content];
      const asked = [standard, weight, charge.deadline, evidenceWanted];
      await rows.query(INSERT, [...head, ...asked, resolutionId, resolution.heldOn, caller.personId]);
      return rows.manager.findOneByOrFail(Task, { id });
    })
    .catch((error: unknown) => {
      if (brokenConstraint(error) === 'task_one_a_resolution') throw refusals.resolutionTasked();
      throw error;
    });
}
