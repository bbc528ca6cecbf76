// Lists tasks in the order of the managing tree, a page at a time.
import { keysOf, type Page, pageOf, pageSize } from '#platform/database/page';
import type { Context } from '#platform/graph/context';
import { isId } from '#platform/vocabulary/id';
import { subtreeOf } from '#platform/vocabulary/region';
import { everHeld } from './held.query';
import { Task } from './task.entity';
import type { TasksArgs } from './task.input';

const untilOf = (path: string) => {
  const { lo, hi } = subtreeOf(path);
  return { from: lo, until: hi };
};

export async function listTasks({ inScope }: Context, args: TasksArgs): Promise<Page<Task>> {
  const size = pageSize(args.first);
  const after = keysOf(args.after, 2);
  // A unit's own tasks are few and found by its id; a region's are a range of the index, told to the planner.
  const range = inScope.caller.scope === 'region' ? await inScope.range() : null;
  if ([args.regionId, args.withinId, args.unitId, after?.[1]].some((id) => id != null && !isId(id)))
    return pageOf<Task>([], size);
  const within = args.withinId ? await inScope.pathWithin(args.withinId) : null;
  if (args.withinId && within === null) return pageOf<Task>([], size);
  return inScope.read(async ({ manager }) => {
    const found = manager.createQueryBuilder(Task, 't').where(everHeld);
    if (range) found.andWhere('t.path >= :lo and t.path < :hi', range);
    if (args.year != null) found.andWhere('t.year = :year', { year: args.year });
    if (args.regionId) found.andWhere('t.regionId = :regionId and t.unitId is null', { regionId: args.regionId });
    if (within !== null) found.andWhere('t.path >= :from and t.path < :until and t.unitId is null', untilOf(within));
    if (args.unitId) found.andWhere('t.unitId = :unitId', { unitId: args.unitId });
    if (args.dueBefore) found.andWhere('t.deadline < :dueBefore', { dueBefore: args.dueBefore });
    if (after) found.andWhere('(t.path, t.id) > (:path, :id)', { path: after[0], id: after[1] });
    return pageOf(
      await found
        .orderBy('t.path')
        .addOrderBy('t.id')
        .limit(size + 1)
        .getMany(),
      size,
    );
  });
}
