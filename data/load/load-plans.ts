// Loads the plans of the city: drafts first, then approved, then their milestones told done, as the database wants it of anybody.
import type { Client } from 'pg';
import { idOf } from '../generate/ids';
import type { PlanRow } from '../generate/plans';
import { insertRows } from './insert-rows';

const MADE = '2018-01-08T02:00:00.000Z';
const APPROVED = '2018-01-10T02:00:00.000Z';

export async function loadPlans(
  client: Client,
  plans: readonly PlanRow[],
  tick: (rows: number) => void,
): Promise<void> {
  await insertRows(
    client,
    'organisation.plan',
    {
      id: 'uuid',
      region_id: 'uuid',
      path: 'text',
      unit_id: 'uuid',
      year: 'int',
      version: 'int',
      title: 'text',
      document_number: 'text',
      made_by: 'uuid',
      made_at: 'timestamptz',
    },
    plans,
    (row) => {
      const subject = [row.id, row.regionId, row.path, row.unitId, row.year, 1];
      return [...subject, row.title, row.documentNumber, row.madeBy, MADE];
    },
    tick,
  );
  const parts = <T>(of: (plan: PlanRow) => readonly T[], kind: string) =>
    plans.flatMap((plan) =>
      of(plan).map((part, at) => ({ plan, part, keys: [idOf(0, kind, `${plan.id}/${at}`), plan.id, at + 1] })),
    );
  const keys = { id: 'uuid', plan_id: 'uuid', position: 'int' };
  await insertRows(
    client,
    'organisation.plan_target',
    { ...keys, quarter: 'text', households: 'int', people: 'int' },
    parts(({ targets }) => targets, 'target'),
    ({ keys: key, part }) => [...key, part.quarter, part.households, part.people],
    tick,
  );
  const milestones = parts(({ milestones: of }) => of, 'milestone');
  await insertRows(
    client,
    'organisation.plan_milestone',
    { ...keys, title: 'text', due_on: 'date' },
    milestones,
    ({ keys: key, part }) => [...key, part.title, part.dueOn],
    tick,
  );
  await insertRows(
    client,
    'organisation.plan_project',
    { ...keys, name: 'text', kind: 'text', thrust: 'text', reach: 'text' },
    parts(({ projects }) => projects, 'project'),
    ({ keys: key, part }) => [...key, part.name, part.kind, part.thrust, part.reach],
    tick,
  );
  const approved = plans.filter(({ approvedBy }) => approvedBy !== null);
  await client.query(
    `update organisation.plan p set approved_by = k.by, approved_at = $3 from unnest($1::uuid[], $2::uuid[]) k(id, by) where p.id = k.id`,
    [approved.map(({ id }) => id), approved.map(({ approvedBy }) => approvedBy), APPROVED],
  );
  const done = milestones.filter(({ plan, part }) => plan.approvedBy !== null && part.doneOn !== null);
  await client.query(
    `update organisation.plan_milestone m set done_on = k.day, evidence = '台账和验收单', done_by = k.by, done_at = k.day + interval '1 day'
     from unnest($1::uuid[], $2::date[], $3::uuid[]) k(id, day, by) where m.id = k.id`,
    [done.map(({ keys: [id] }) => id), done.map(({ part }) => part.doneOn), done.map(({ plan }) => plan.madeBy)],
  );
}
