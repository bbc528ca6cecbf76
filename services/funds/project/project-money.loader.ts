// A project's money, its batches, and which project a batch or a lot is for, batched.
import { defineLoader, groupBy, mapBy } from '#platform/graph/loader';
import { Project } from './project.entity';

export interface ProjectMoney {
  projectId: string;
  allotted: bigint;
  paid: bigint;
  batches: number;
}

export const moneyOfProject = defineLoader<ProjectMoney>(
  'money of project',
  () => ({ projectId: '', allotted: 0n, paid: 0n, batches: 0 }),
  async (rows, ids) =>
    mapBy(
      await rows.query<ProjectMoney>(
        'select m.project_id as "projectId", m.allotted, m.paid, m.batches from funds.project_money($1::uuid[]) m',
        [ids],
      ),
      ({ projectId }) => projectId,
    ),
);

export const projectIdOfDisbursement = defineLoader<string | null>(
  'project of disbursement',
  () => null,
  async (rows, ids) => {
    const found = await rows.query<{ disbursementId: string; projectId: string }>(
      'select disbursement_id as "disbursementId", project_id as "projectId" from funds.project_payment where disbursement_id = any ($1::uuid[])',
      [ids],
    );
    return new Map(found.map(({ disbursementId, projectId }) => [disbursementId, projectId]));
  },
);

/** Few projects draw on one lot, so that a list needs no pages. */
export const projectsOfLot = defineLoader<Project[]>(
  'projects of lot',
  () => [],
  async (rows, ids) => {
    const pairs = await rows.query<{ lotId: string; projectId: string }>(
      `select distinct d.lot_id as "lotId", l.project_id as "projectId" from funds.disbursement d join funds.project_payment l on l.disbursement_id = d.id
       where d.lot_id = any ($1::uuid[])`,
      [ids],
    );
    const named = [...new Set(pairs.map(({ projectId }) => projectId))];
    const known = mapBy(
      await rows.select(Project, 'where t.id = any ($1::uuid[]) order by t.path, t.id', [named]),
      ({ id }) => id,
    );
    const placed = pairs.flatMap(({ lotId, projectId }) => {
      const project = known.get(projectId);
      return project ? [{ lotId, project }] : [];
    });
    const groups = groupBy(placed, ({ lotId }) => lotId);
    return new Map([...groups].map(([lot, list]) => [lot, list.map(({ project }) => project)]));
  },
);
