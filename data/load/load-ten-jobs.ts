// Loads what the demo year knows of the office's ten jobs and of bright points.
import type { Client } from 'pg';
import type { City } from '../generate/city';
import { brightPoints, tenJobReports } from '../generate/ten-jobs';
import { insertRows } from './insert-rows';

const report = {
  id: 'uuid',
  job: 'text',
  quarter: 'text',
  region_id: 'uuid',
  path: 'text',
  target: 'int',
  done: 'int',
  amount: 'bigint',
  note: 'text',
  pack_hash: 'text',
  reported_by: 'uuid',
  reported_at: 'timestamptz',
  confirmed_by: 'uuid',
  confirmed_at: 'timestamptz',
  outcome: 'text',
};
const point = {
  id: 'uuid',
  region_id: 'uuid',
  path: 'text',
  title: 'text',
  content: 'text',
  reported_by: 'uuid',
  reported_at: 'timestamptz',
  verified_by: 'uuid',
  verified_at: 'timestamptz',
  outcome: 'text',
};

export async function loadTenJobs(client: Client, city: City): Promise<void> {
  const { rows } = await client.query<{ hash: string }>(`select hash from assessments.pack where kind = 'ten-jobs'`);
  const hash = rows[0]?.hash ?? '';
  await insertRows(client, 'assessments.ten_job_report', report, tenJobReports(city), (row) => [
    row.id,
    row.job,
    row.quarter,
    row.regionId,
    row.path,
    row.target,
    row.done,
    row.amount,
    row.note,
    hash,
    row.reportedBy,
    row.reportedAt,
    row.confirmedBy,
    row.confirmedAt,
    row.confirmedBy && 'confirmed',
  ]);
  const points = brightPoints(city);
  await insertRows(client, 'assessments.bright_point', point, points, (row) => [
    row.id,
    row.regionId,
    row.path,
    row.title,
    row.content,
    row.reportedBy,
    row.reportedAt,
    row.verifiedBy,
    row.verifiedAt,
    row.verifiedBy && 'verified',
  ]);
  for (const { id, regionId, adoption } of points)
    if (adoption)
      await client.query(
        `insert into assessments.bright_point_adoption (id, point_id, point_region_id, region_id, path, adopted_on, plan, adopted_by, recorded_at)
         values ($1, $2, $3, $4, $5, '2018-06-01', $6, $7, '2018-06-01T02:00:00Z')`,
        [adoption.id, id, regionId, adoption.regionId, adoption.path, adoption.plan, adoption.adoptedBy],
      );
}
