// Adds up projects of regions and of area programmes, one statement for all that a request asks about.
import { defineLoader } from '#platform/graph/loader';
import { isWithin } from '#platform/vocabulary/region';
import { ProjectSums } from './project-sums.entity';

interface SumRow extends ProjectSums {
  key: string;
  path: string;
}

const sums = `count(p.id)::int as projects, count(p.id) filter (where p.in_library)::int as "inLibrary", count(p.plan_year)::int as planned,
  coalesce(sum(p.budget_special + p.budget_integrated + p.budget_donated + p.budget_own), 0)::bigint as budget,
  coalesce(sum(m.allotted), 0)::bigint as allotted, coalesce(sum(m.paid), 0)::bigint as paid,
  coalesce(sum(p.households), 0)::int as households, coalesce(sum(p.people), 0)::int as people`;
const money = 'left join lateral funds.project_money(array[p.id]) m on true';

/** $1 region ids; what was removed counts no more. */
const OF_REGIONS = `select s.region_id::text as key, s.path, ${sums} from unnest($1::uuid[]) as asked(id) join funds.scope s on s.region_id = asked.id
  left join funds.project p on p.path >= s.path and p.path < (left(s.path, -1) || '0') collate "C" and p.state <> 'removed' ${money} group by s.region_id, s.path`;

const OF_PROGRAMMES = `select l.programme_id::text as key, '' as path, ${sums} from funds.area_programme_project l
  left join funds.project p on p.id = l.project_id and p.state <> 'removed' ${money} where l.programme_id = any ($1::uuid[]) group by l.programme_id`;

const none = () =>
  Object.assign(new ProjectSums(), {
    ...{ projects: 0, inLibrary: 0, planned: 0, budget: 0n, allotted: 0n, paid: 0n, households: 0, people: 0 },
  });

const told = ({ key, path: _, ...added }: SumRow): [string, ProjectSums] => [
  key,
  Object.assign(new ProjectSums(), added),
];

/** Null where the region is not wholly inside the caller's range: a sum is never shown in part. */
export const projectSumsOfRegion = defineLoader<ProjectSums | null>(
  'project sums of region',
  () => null,
  async (rows, ids, { inScope }) => {
    const range = await inScope.range();
    const found = await rows.query<SumRow>(OF_REGIONS, [ids]);
    return new Map(found.filter(({ path }) => isWithin(path, range)).map(told));
  },
);

/** Asked only after it is known that the caller sees all of the programme. */
export const projectSumsOfProgramme = defineLoader<ProjectSums>(
  'project sums of area programme',
  none,
  async (rows, ids) => new Map((await rows.query<SumRow>(OF_PROGRAMMES, [ids])).map(told)),
);
