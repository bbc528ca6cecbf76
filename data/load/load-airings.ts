// Loads the airing (晾晒) of the member units for the demo city's first quarter with the results behind it, and one public exposure.
import type { Client } from 'pg';
import { airingHash, tableOf, titleOf } from '../../services/assessments/airing/airing.rules';
import { type OwedTask, resultOfUnit } from '../../services/assessments/progress/unit-result.rules';
import type { City } from '../generate/city';
import { idOf } from '../generate/ids';
import { personOf } from '../generate/inspections';

const QUARTER = '2018Q1';
type Owed = OwedTask & { unitId: string; regionId: string; path: string };

export async function loadAirings(client: Client, city: City): Promise<void> {
  const director = personOf(city, 'city-director');
  const assessor = personOf(city, 'city-assessor');
  const { rows } = await client.query<Owed>(
    `select t.unit_id as "unitId", t.region_id as "regionId", t.path, t.code, t.weight, coalesce(p.outcome is distinct from 'returned', false) and p.id is not null as reported,
       coalesce(p.outcome = 'confirmed', false) as confirmed
     from assessments.task t left join assessments.progress p on p.task_id = t.id and p.quarter = $1 where t.unit_id is not null order by t.unit_id, t.code`,
    [QUARTER],
  );
  const [first] = rows;
  if (!first) throw new Error('the member units have no tasks');
  const { regionId, path } = first;
  const results = [...new Set(rows.map(({ unitId }) => unitId))].map((unitId) => {
    const tasks = rows.filter((task) => task.unitId === unitId);
    const own = tasks.map(({ code, weight, reported, confirmed }) => ({ code, weight, reported, confirmed }));
    return { id: idOf(0, 'unit-result', `${unitId}/${QUARTER}`), unitId, ...resultOfUnit(QUARTER, own) };
  });
  for (const { id, unitId, tasks, reported, confirmed, score, inputsHash } of results)
    await client.query(
      `insert into assessments.unit_result (id, unit_id, region_id, path, quarter, tasks, reported, confirmed, score, inputs_hash, sealed_by, sealed_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, '2018-04-16T02:00:00Z')`,
      [id, unitId, regionId, path, QUARTER, tasks, reported, confirmed, score, inputsHash, director],
    );
  const scores = results.map(({ id: sourceId, unitId: memberId, score, inputsHash: sourceHash }) => ({
    ...{ memberId, score, sourceId, sourceHash },
  }));
  const table = tableOf(scores, []);
  const title = titleOf(QUARTER, 'units');
  const airingId = idOf(0, 'airing', QUARTER);
  await client.query(
    `insert into assessments.airing (id, quarter, peer_group, region_id, path, title, content_hash, drafted_by, drafted_at, sealed_by, sealed_at, shown_by, shown_at)
     values ($1, $2, 'units', $3, $4, $5, $6, $7, '2018-04-17T02:00:00Z', $8, '2018-04-18T02:00:00Z', $8, '2018-04-20T02:00:00Z')`,
    [airingId, QUARTER, regionId, path, title, airingHash(QUARTER, 'units', title, table), assessor, director],
  );
  for (const [at, row] of table.entries())
    await client.query(
      `insert into assessments.airing_entry (id, airing_id, place, unit_id, score, rank, former_rank, source_id, source_hash) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        ...[idOf(0, 'airing-entry', `${QUARTER}/${row.memberId}`), airingId, at + 1, row.memberId],
        ...[row.score, row.rank, row.formerRank, row.sourceId, row.sourceHash],
      ],
    );
  await loadExposure(client, city);
}

/** Of a finding of 口镇 that was assigned, so that the town's account sees it; else of the first one there is. */
async function loadExposure(client: Client, city: City): Promise<void> {
  const town = city.regions.find(({ code }) => code === '371202100');
  await client.query(
    `insert into assessments.exposure (id, finding_id, region_id, path, unit_id, quarter, medium, exposed_on, title, text, link, drafted_by, drafted_at, published_by, published_at)
     select $1, f.id, f.region_id, f.path, f.lead_unit, '2018Q2', '莱芜日报（拟）', '2018-06-20', '扶贫领域问题公开曝光', '经督查发现：' || f.content || '。已责成限期整改。', null,
       $2, '2018-06-15T02:00:00Z', $3, '2018-06-19T02:00:00Z'
     from assessments.finding f where f.lead_unit is not null order by f.path <> $4 collate "C", f.id limit 1`,
    [idOf(0, 'exposure', '2018Q2'), personOf(city, 'city-officer'), personOf(city, 'city-director'), town?.path ?? ''],
  );
}
