// Scores of tasks: by report, by task, and summed over the checklist of a unit or a region.
import { Any } from 'typeorm';
import { TODAY } from '#platform/database/today';
import { defineLoader, groupBy, mapBy } from '#platform/graph/loader';
import { heldOn } from './held.query';
import { type ListScore, type ScoredTask, scoreOfList } from './item-formula.rules';
import { TaskScore } from './task-score.entity';

export const scoreOfProgress = defineLoader<TaskScore | null>(
  'score by report',
  () => null,
  async ({ manager }, ids) =>
    mapBy(await manager.findBy(TaskScore, { progressId: Any([...ids]) }), ({ progressId }) => progressId),
);

export const scoresOfTask = defineLoader<TaskScore[]>(
  'scores of task',
  () => [],
  async ({ manager }, ids) =>
    groupBy(
      await manager.find(TaskScore, { where: { taskId: Any([...ids]) }, order: { quarter: 'ASC', scoredAt: 'ASC' } }),
      ({ taskId }) => taskId,
    ),
);

interface Row {
  owner: string;
  weight: number;
  points: string | null;
  scored: boolean;
}

/** The latest score of each task counts; what was scored under an earlier version, and is worded otherwise now, does not. */
const scoresOf = (
  owner: string,
  also: string,
) => `select t.${owner} as owner, t.weight, s.points, s.progress_id is not null as scored
  from assessments.task t left join lateral (select x.points, x.progress_id from assessments.task_score x where x.task_id = t.id
    order by x.quarter desc, x.scored_at desc limit 1) s on true
  where t.${owner} = any($1::uuid[]) and t.year = $2 and t.checklist_id is not null and ${also}
    and ${heldOn(TODAY)}`;

/** The key is `<year> <id>`. */
const listScores = (name: string, sql: string) =>
  defineLoader<ListScore>(
    name,
    () => scoreOfList([]),
    async (rows, keys) => {
      const found = new Map<string, ListScore>();
      for (const [year, of] of groupBy(keys, (key) => key.slice(0, 4))) {
        const told = await rows.query<Row>(sql, [of.map((key) => key.slice(5)), Number(year)]);
        for (const [id, tasks] of groupBy(told, ({ owner }) => owner))
          found.set(`${year} ${id}`, scoreOfList(tasks.map(scoredTask)));
      }
      return found;
    },
  );

const scoredTask = ({ weight, points, scored }: Row): ScoredTask => ({ weight, score: scored ? { points } : null });

export const listScoreOfUnit = listScores('checklist score of unit', scoresOf('unit_id', 'true'));
export const listScoreOfRegion = listScores('checklist score of region', scoresOf('region_id', 't.unit_id is null'));
