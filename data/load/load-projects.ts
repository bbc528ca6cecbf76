// Loads the demo city's projects by the way that every project goes: proposed with a target, then step by step, with the postings that they need.
import type { Client } from 'pg';
import { readData } from '#platform/process/read-data';
import { addDays } from '#platform/vocabulary/calendar-day';
import { packHash } from '#platform/vocabulary/canonical';
import type { ProjectPack, ProjectStepRule } from '../../services/funds/project/project-pack.rules';
import { projectNumber, stepsFrom, waitingIn } from '../../services/funds/project/project-step.rules';
import type { City } from '../generate/city';
import { idOf } from '../generate/ids';
import { type DemoProject, demoProjects } from '../generate/projects';
import { loadAnnualPlans } from './load-annual-plans';
import { loadNotice, type NoticePack } from './load-notice';

const PROPOSED = '2018-01-15';
const morning = (day: string) => `${day}T02:00:00Z`;

export async function loadProjects(client: Client, city: City): Promise<void> {
  const [pack] = readData('project-flows', (json) => json as ProjectPack);
  const [notices] = readData('public-notices', (json) => json as { name: string });
  if (!pack || !notices) throw new Error('no pack of projects ships');
  const { rows } = await client.query<{ id: string }>(`select id from funds.pack where kind = 'project-flow' limit 1`);
  const packId = rows[0]?.id;
  if (!packId) throw new Error('no pack of projects was adopted');
  const board = { name: notices.name, hash: packHash(notices) };
  const walks: Walk[] = [];
  for (const row of demoProjects(city)) {
    await propose(client, row, pack, packId);
    walks.push({ row, state: pack.start, day: PROPOSED, at: 0 });
  }
  for (const walk of walks) await takeSteps(client, walk, pack, board, 'plan');
  await loadAnnualPlans(
    client,
    city,
    walks.map(({ row }) => row).filter(({ steps }) => steps.includes('plan')),
    board,
  );
  for (const walk of walks) await takeSteps(client, walk, pack, board, null);
}

async function propose(client: Client, row: DemoProject, pack: ProjectPack, packId: string): Promise<void> {
  const { posts, check, dueOn } = waitingIn(pack, pack.start, PROPOSED);
  await client.query(
    `insert into funds.project (id, number, name, type, nature, region_id, path, place, starts_on, ends_on, responsible_unit, responsible_person, tasks,
       budget_special, budget_integrated, budget_donated, budget_own, households, people, performance_target, participation, benefit_mechanism,
       pack_id, pack_hash, state, renewal_month, proposed_by, proposed_at, odd_hand, waiting_posts, waiting_check, since, since_day, due_on)
     values ($1, $2, $3, $4, $5, $6, $7, $8, '2018-04-01', '2018-11-30', $9, '乡镇分管负责人', $10, $11, 0, 0, $12, $13, $14, $15,
       '村民代表会议讨论通过，贫困户优先务工', '土地流转、务工与收益分配到户', $16, $17, $18, $19, $20, $21, $20, $22, $23, $21, $24, $25)`,
    [
      ...[
        row.id,
        projectNumber(row.id),
        row.name,
        row.type,
        row.nature,
        row.region.id,
        row.region.path,
        row.region.name,
      ],
      ...[`${row.town.name}人民政府`, row.tasks, row.specialFen.toString(), row.ownFen.toString()],
      ...[
        row.households,
        row.people,
        `${row.target.indicator}达到 ${row.target.target} ${row.target.unit}，带动 ${row.households} 户`,
      ],
      ...[packId, packHash(pack), pack.start, pack.renewal.fromMonth, row.proposedBy, morning(PROPOSED)],
      ...[posts, check, PROPOSED, dueOn],
    ],
  );
  const { kind, indicator, unit, target } = row.target;
  await client.query(
    `insert into funds.project_target (id, project_id, region_id, path, ordinal, kind, indicator, unit, target) values ($1, $2, $3, $4, 1, $5, $6, $7, $8)`,
    [idOf(0, 'project-target', row.key), row.id, row.region.id, row.region.path, kind, indicator, unit, target],
  );
}

/** Where a project is on its way. */
interface Walk {
  row: DemoProject;
  state: string;
  day: string;
  at: number;
}

/** What each step tells; assumed. */
function factsOf(step: ProjectStepRule, row: DemoProject, day: string): Record<string, string | number> {
  const known: Record<string, string | number> = {
    ...{
      planYear: 2018,
      contractor: '莱芜市某某建设有限公司',
      supervisor: '某某监理有限公司',
      contractNumber: `HT-2018-${row.key}`,
    },
    ...{ contractAmount: row.specialFen.toString(), finalAmount: (row.specialFen - 1_000_000n).toString() },
    ...{ startsOn: day, endsOn: day, percent: 60, found: '三家报价，最低价中标' },
  };
  return Object.fromEntries(step.needs.map((fact) => [fact, known[fact] ?? '']));
}

/** As far as the step that is told, or to its end. */
async function takeSteps(
  client: Client,
  walk: Walk,
  pack: ProjectPack,
  board: NoticePack,
  before: string | null,
): Promise<void> {
  const { row } = walk;
  for (; walk.at < row.steps.length; walk.at++) {
    const { state, at } = walk;
    const code = row.steps[at] ?? '';
    if (code === before) return;
    const step = stepsFrom(pack, state).find((each) => each.code === code);
    if (!step) throw new Error(`${row.key} cannot take ${code} from ${state}`);
    // The three postings have run their days when it is approved.
    const day = addDays(walk.day, step.cleared ? 14 : 6);
    const level = step.postsAt ?? (step.announces ? 'result' : null);
    if (level) await post(client, row, { level, day, by: row.handOf(step.posts[0] ?? '') }, board);
    const { posts, check, dueOn } = waitingIn(pack, step.to, day);
    const flags = pack.states.find((each) => each.code === step.to);
    const prefer =
      step.posts.find((each) => each === 'office-officer') ?? step.posts.find((each) => each === 'district-officer');
    const asPost = (step.hand === 'checks' ? prefer : undefined) ?? step.posts[0] ?? 'town-officer';
    await client.query(
      `insert into funds.project_step (id, project_id, ordinal, region_id, path, code, from_state, to_state, hand, change, renews, approves_budget, names_sector,
         posts_at, cleared, in_library, spendable, facts, day, document_number, taken_by, taken_post, taken_at, waiting_posts, waiting_check, due_on, announced)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, null, false, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25)`,
      [
        ...[
          idOf(0, 'project-step', `${row.key}/${at}`),
          row.id,
          at + 1,
          row.region.id,
          row.region.path,
          code,
          state,
          step.to,
        ],
        ...[step.hand, step.approvesBudget, step.namesSector ? row.sectorUnit : null, step.postsAt, step.cleared],
        ...[flags?.inLibrary ?? false, flags?.spendable ?? false, JSON.stringify(factsOf(step, row, day)), day],
        ...[step.document ? `莱扶项〔2018〕${at + 21}号（拟）` : null, row.handOf(asPost), asPost, morning(day)],
        ...[posts, check, dueOn, step.announces ?? false],
      ],
    );
    Object.assign(walk, { state: step.to, day });
  }
}

/** On the boards of a level before the act, or its result announced after it. */
async function post(
  client: Client,
  row: DemoProject,
  { level, day, by }: { level: string; day: string; by: string },
  board: NoticePack,
): Promise<void> {
  const { id: regionId, path, name } = row.region;
  const announces = level === 'result';
  await loadNotice(client, board, {
    ...{ id: idOf(0, 'project-notice', `${row.key}/${level}`), type: announces ? 'announcement' : 'posting' },
    ...{ subjectKind: announces ? 'project' : `project-${level}`, subjectId: row.id, regionId, path },
    title: `${name}2018年${row.name}项目${announces ? '公告' : '公示'}`,
    body: announces
      ? '现将项目决算审计结果公告如下，长期公开。监督电话：12317。'
      : `现将拟入库项目公示如下，接受群众监督。公示期 10 个自然日，${day}张贴。有异议的请拨打 12317。`,
    ...{ total: row.specialFen + row.ownFen, day, by },
  });
}
