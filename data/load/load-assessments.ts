// Loads assessments' part of the city: the year's two checklists with their tasks, and what was reported on them so far.
import type { Client } from 'pg';
import { regionChecklistKind, unitChecklistKind } from '../../services/assessments/task/checklist-pack.rules';
import { type ItemFormula, scoreItem } from '../../services/assessments/task/item-formula.rules';
import type { City, ProgressRow, RegionTaskRow, UnitTaskRow } from '../generate/city';
import { idOf } from '../generate/ids';
import { insertRows } from './insert-rows';
import { loadFindings } from './load-findings';
import { loadPacks } from './load-packs';
import { loadScope } from './load-scope';
import { loadTenJobs } from './load-ten-jobs';
import { shippedPacks } from './shipped-packs';

const lists = [
  ['unit', () => shippedPacks('checklists', unitChecklistKind, 'units')],
  ['region', () => shippedPacks('checklists', regionChecklistKind, 'regions')],
] as const;
const RETURNED = '佐证材料不足，请补充后重新上报';

const YEAR = 2018;
const checklistId = (kind: 'unit' | 'region') => idOf(0, 'checklist', `${kind}/${YEAR}/1`);

/** Assessments needs no keys: it stores no personal number. */
export async function loadAssessments(
  client: Client,
  city: City,
  _tools: Readonly<Record<string, never>>,
  tick: (rows: number) => void = () => undefined,
): Promise<void> {
  await loadScope(client, 'assessments', city.regions, tick);
  await loadPacks(client, 'assessments', city.regions);
  await loadChecklists(client);
  await loadTasks(client, city, tick);
  await loadProgress(client, city, tick);
  await loadScores(client);
  await loadFindings(client, city, tick);
  await loadTenJobs(client, city);
}

/** As the approval of their packs would have made them. */
async function loadChecklists(client: Client): Promise<void> {
  for (const [kind, packs] of lists)
    for (const { document, effectiveFrom } of packs())
      await client.query(
        `insert into assessments.checklist (id, year, kind, document_number, title, version, issued_on, issuer, text, pack_id, pack_hash, holds_from)
         select $1, $2, $3, $4, $5, $6, $7, $8, $9, p.id, p.hash, p.effective_from from assessments.pack p where p.kind = 'checklist-' || $3::text and p.effective_from = $10`,
        [
          ...[checklistId(kind), YEAR, kind, document.number, document.title, document.version],
          ...[document.issuedOn, document.issuer, document.text, effectiveFrom],
        ],
      );
}

async function loadTasks(client: Client, city: City, tick: (rows: number) => void): Promise<void> {
  const pathOf = new Map(city.regions.map((region) => [region.id, region.path]));
  const whole = city.regions.find((region) => region.kind === 'city');
  if (!whole) throw new Error('the generated city has no region of kind city');
  await insertRows(
    client,
    'assessments.task',
    {
      id: 'uuid',
      checklist_id: 'uuid',
      year: 'int',
      code: 'text',
      unit_id: 'uuid',
      region_id: 'uuid',
      path: 'text',
      duty: 'text',
      title: 'text',
      standard: 'text',
      weight: 'int',
      deadline: 'date',
      evidence_wanted: 'text',
      article: 'text',
      formula: 'jsonb',
      held_from: 'date',
    },
    [...city.unitTasks, ...city.regionTasks],
    (task: UnitTaskRow | RegionTaskRow) => {
      const ofUnit = 'unitId' in task;
      const regionId = ofUnit ? whole.id : task.regionId;
      return [
        task.id,
        checklistId(ofUnit ? 'unit' : 'region'),
        task.year,
        task.code,
        ofUnit ? task.unitId : null,
        regionId,
        pathOf.get(regionId),
        ofUnit ? null : task.duty,
        task.title,
        task.standard,
        task.weight,
        task.deadline,
        task.evidence,
        task.article,
        JSON.stringify(task.formula),
        `${task.year}-01-01`,
      ];
    },
    tick,
  );
}

async function loadProgress(client: Client, city: City, tick: (rows: number) => void): Promise<void> {
  const { rows } = await client.query<{ id: string; unit_id: string | null; region_id: string; path: string }>(
    'select id, unit_id, region_id, path from assessments.task',
  );
  const tasks = new Map(rows.map((task) => [task.id, task]));
  const unitOf = new Map(city.persons.map((person) => [person.id, person.unitId]));
  await insertRows(
    client,
    'assessments.progress',
    {
      id: 'uuid',
      task_id: 'uuid',
      unit_id: 'uuid',
      region_id: 'uuid',
      path: 'text',
      quarter: 'text',
      percent: 'int',
      note: 'text',
      reported_by: 'uuid',
      reported_unit: 'uuid',
      reported_at: 'timestamptz',
      confirmed_by: 'uuid',
      confirmed_unit: 'uuid',
      confirmed_at: 'timestamptz',
      outcome: 'text',
      remark: 'text',
    },
    city.progress,
    (report: ProgressRow) => {
      const task = tasks.get(report.taskId);
      if (!task) throw new Error(`progress ${report.id} names a task that is on no checklist`);
      const confirmer = report.confirmedBy && (unitOf.get(report.confirmedBy) ?? null);
      // The office's assessor may not confirm the office's own tasks: those reports still wait.
      const decided =
        report.outcome !== null && confirmer !== task.unit_id && confirmer !== unitOf.get(report.reportedBy);
      return [
        report.id,
        task.id,
        task.unit_id,
        task.region_id,
        task.path,
        report.quarter,
        report.percent,
        report.note,
        report.reportedBy,
        unitOf.get(report.reportedBy) ?? null,
        report.reportedAt,
        decided ? report.confirmedBy : null,
        decided ? confirmer : null,
        decided ? report.confirmedAt : null,
        decided ? report.outcome : null,
        decided && report.outcome === 'returned' ? RETURNED : null,
      ];
    },
    tick,
  );
}

/** What was confirmed is scored as the confirmation itself does it. */
async function loadScores(client: Client): Promise<void> {
  const { rows } = await client.query<ConfirmedRow>(
    `select p.id, p.percent, t.weight, t.formula from assessments.progress p join assessments.task t on t.id = p.task_id where p.outcome = 'confirmed'`,
  );
  const scores = rows.map(({ id, percent, weight, formula }) => ({
    id,
    ...scoreItem(formula, weight, { percent, done: null, wanted: null, cases: 0 }),
  }));
  await client.query(
    `insert into assessments.task_score (progress_id, task_id, unit_id, region_id, path, quarter, checklist_id, pack_hash, formula, weight, cases,
       numerator, denominator, share, points, words, scored_by, scored_at)
     select p.id, p.task_id, p.unit_id, p.region_id, p.path, p.quarter, t.checklist_id, c.pack_hash, t.formula, t.weight, 0,
       s.numerator, s.denominator, s.share, s.points, s.words, p.confirmed_by, p.confirmed_at
     from jsonb_to_recordset($1::jsonb) as s(id uuid, numerator text, denominator text, share text, points text, words jsonb)
       join assessments.progress p on p.id = s.id join assessments.task t on t.id = p.task_id join assessments.checklist c on c.id = t.checklist_id`,
    [JSON.stringify(scores)],
  );
}

interface ConfirmedRow {
  id: string;
  percent: number;
  weight: number;
  formula: ItemFormula;
}
