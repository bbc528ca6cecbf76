// Loads assessments' part of the city: the year's two checklists with their tasks, and what was reported on them so far.
import type { Client } from 'pg';
import type { City, ProgressRow, RegionTaskRow, UnitTaskRow } from '../generate/city';
import { idOf } from '../generate/ids';
import { insertRows } from './insert-rows';
import { loadFindings } from './load-findings';
import { loadPacks } from './load-packs';
import { loadScope } from './load-scope';
import { loadTenJobs } from './load-ten-jobs';

/** Assumed: Laiwu's own document numbers and days of issue were not found. */
const checklists = [
  {
    kind: 'unit',
    documentNumber: '莱扶组发〔2018〕41号（拟）',
    title: '2018 年成员单位脱贫攻坚任务清单',
    text: '各成员单位按本清单所列任务、标准、时限、分值抓好落实，按季上报进展；报完成的附佐证材料，经核实、确认后计分。（拟）',
    issuedOn: '2018-02-01',
  },
  {
    kind: 'region',
    documentNumber: '莱扶组发〔2018〕42号（拟）',
    title: '2018 年区、功能区和乡镇脱贫攻坚责任清单',
    text: '各区、功能区、乡镇（街道）按责任书七项职责逐项落实，按季上报进展；报完成的附佐证材料，经核实、确认后计分。（拟）',
    issuedOn: '2018-02-01',
  },
] as const;
const YEAR = 2018;
const ISSUER = '莱芜市扶贫开发领导小组（拟）';
const RETURNED = '佐证材料不足，请补充后重新上报';

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
  await insertRows(
    client,
    'assessments.checklist',
    {
      id: 'uuid',
      year: 'int',
      kind: 'text',
      document_number: 'text',
      title: 'text',
      version: 'int',
      issued_on: 'date',
      issuer: 'text',
      text: 'text',
    },
    checklists,
    ({ kind, documentNumber, title, issuedOn, text }) => [
      checklistId(kind),
      YEAR,
      kind,
      documentNumber,
      title,
      1,
      issuedOn,
      ISSUER,
      text,
    ],
    tick,
  );
  await loadTasks(client, city, tick);
  await loadProgress(client, city, tick);
  await loadFindings(client, city, tick);
  await loadTenJobs(client, city);
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
