// Loads the demo city's mountain programme, the asset of its solar station with two years of income, and what its projects belong to.
import type { Client } from 'pg';
import type { City } from '../generate/city';
import { idOf } from '../generate/ids';
import { type DemoProject, demoProjects } from '../generate/projects';

const MOUNTAINS = ['雪野镇', '茶业口镇', '大王庄镇'];

export async function loadAssets(client: Client, city: City): Promise<void> {
  const projects = demoProjects(city);
  await loadProgramme(client, city, projects);
  const solar = projects.find(({ key }) => key === 'solar');
  if (solar) await loadSolar(client, solar);
}

async function loadProgramme(client: Client, city: City, projects: readonly DemoProject[]): Promise<void> {
  const towns = city.regions.filter(({ kind, name }) => kind === 'town' && MOUNTAINS.includes(name));
  const zone = city.regions.find(({ id }) => id === towns[0]?.parentId);
  const drafter = city.appointments.find(({ post, regionId }) => post === 'zone-officer' && regionId === zone?.id);
  const director = city.appointments.find(({ post }) => post === 'office-director');
  const inside = projects.filter(({ town }) => MOUNTAINS.includes(town.name));
  if (!zone || !drafter || !director) return;
  const id = idOf(0, 'area-programme', 'mountains');
  await client.query(
    `insert into funds.area_programme (id, name, region_id, path, from_year, to_year, goals, planned, document_number, drafted_by, drafted_at, approved_by, approved_at)
     values ($1, '北部山区综合开发方案', $2, $3, 2018, 2020, '路、水、电、产业与旅游同步推进，三年内山区贫困村全部有稳定产业', 820000000,
       '莱扶组发〔2018〕9号（拟）', $4, '2018-01-10T02:00:00Z', $5, '2018-01-26T02:00:00Z')`,
    [id, zone.id, zone.path, drafter.personId, director.personId],
  );
  // The villages of its projects, and the first few of each mountain town.
  const villages = new Map(inside.map(({ region }) => [region.id, region.path]));
  for (const town of towns)
    for (const village of city.regions.filter(({ parentId }) => parentId === town.id).slice(0, 6))
      villages.set(village.id, village.path);
  await client.query(
    'insert into funds.area_programme_village (programme_id, region_id, path) select $1, given.id, given.path from unnest($2::uuid[], $3::text[]) as given(id, path)',
    [id, [...villages.keys()], [...villages.values()]],
  );
  for (const { id: projectId, region } of inside)
    await client.query(
      `insert into funds.area_programme_project (programme_id, project_id, region_id, path, joined_by, joined_at) values ($1, $2, $3, $4, $5, '2018-03-05T02:00:00Z')`,
      [id, projectId, region.id, region.path, drafter.personId],
    );
}

async function loadSolar(client: Client, { id: projectId, region, proposedBy, handOf }: DemoProject): Promise<void> {
  const assetId = idOf(0, 'asset', 'solar');
  const checker = handOf('town-officer');
  await client.query(
    `insert into funds.asset (id, number, name, kind, project_id, region_id, path, value, owner, operator, contract_number, contract_from, contract_to, yearly_yield,
       registered_by, registered_at, confirmed_by, confirmed_at)
     values ($1, $2, $3, 'operating', $4, $5, $6, 70000000, $7, '某某新能源有限公司', 'GF-2016-1', '2016-07-01', '2036-06-30', 9000000, $8, '2018-02-01T02:00:00Z', $9,
       '2018-02-08T02:00:00Z')`,
    [
      ...[
        assetId,
        `ZC-${assetId.slice(-12).toUpperCase()}`,
        `${region.name}光伏电站`,
        projectId,
        region.id,
        region.path,
      ],
      ...[`${region.name}村民委员会`, proposedBy, checker],
    ],
  );
  for (const [year, fen] of [
    [2017, 8_640_000],
    [2018, 9_125_000],
  ] as const)
    await client.query(
      `insert into funds.asset_income (id, asset_id, region_id, path, year, amount, received_on, document_number, recorded_by, recorded_at, confirmed_by, confirmed_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $10)`,
      [
        ...[idOf(0, 'asset-income', `solar/${year}`), assetId, region.id, region.path, year, fen, `${year}-12-20`],
        ...[`收-${year}-12`, proposedBy, `${year}-12-25T02:00:00Z`, checker],
      ],
    );
}
