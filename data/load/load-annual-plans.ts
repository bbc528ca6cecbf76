// Loads the demo city's annual plans of projects: one of each district and zone that has some, drafted, posted and approved by another person.
import type { Client } from 'pg';
import type { City } from '../generate/city';
import { idOf } from '../generate/ids';
import type { DemoProject } from '../generate/projects';
import { loadNotice, type NoticePack } from './load-notice';

const DRAFTED = '2018-02-20';
const APPROVED = '2018-03-12';

export async function loadAnnualPlans(
  client: Client,
  { regions, appointments }: City,
  projects: readonly DemoProject[],
  board: NoticePack,
): Promise<void> {
  const director = appointments.find(({ post }) => post === 'office-director')?.personId ?? '';
  const above = [...new Set(projects.map(({ town }) => town.parentId))];
  for (const region of regions.filter(({ id }) => above.includes(id))) {
    const own = projects.filter(({ town }) => town.parentId === region.id);
    const [id, by] = [idOf(0, 'annual-plan', region.id), own[0]?.handOf('district-officer') ?? ''];
    const total = own.reduce((sum, { specialFen, ownFen }) => sum + specialFen + ownFen, 0n);
    await client.query(
      `insert into funds.annual_plan (id, region_id, path, year, document_number, total, project_count, drafted_by, drafted_at)
       values ($1, $2, $3, 2018, $4, $5, $6, $7, $8)`,
      [
        ...[id, region.id, region.path, `${region.name}扶组发〔2018〕2号（拟）`, total.toString(), own.length, by],
        `${DRAFTED}T02:00:00Z`,
      ],
    );
    for (const row of own)
      await client.query(
        `insert into funds.annual_plan_project (plan_id, project_id, year, region_id, path, name, budget) values ($1, $2, 2018, $3, $4, $5, $6)`,
        [id, row.id, row.region.id, row.region.path, row.name, (row.specialFen + row.ownFen).toString()],
      );
    await loadNotice(client, board, {
      ...{ id: idOf(0, 'annual-plan-notice', region.id), type: 'posting', subjectKind: 'annual-plan', subjectId: id },
      ...{ regionId: region.id, path: region.path, title: `${region.name}2018年扶贫项目年度计划公示`, total },
      body: `现将拟定的年度项目计划公示如下，接受群众监督。公示期 10 个自然日，${DRAFTED}张贴。有异议的请拨打 12317。`,
      ...{ day: DRAFTED, by },
    });
    await client.query('update funds.annual_plan set approved_by = $2, decided_at = $3 where id = $1', [
      ...[id, director, `${APPROVED}T02:00:00Z`],
    ]);
  }
}
