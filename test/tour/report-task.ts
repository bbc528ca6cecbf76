// Carries one task report to its end: the town reports, may not confirm it itself, and the city's assessor confirms.
import { type ChosenTask, chooseTask, gainOf, type TownTask } from './choose-task';
import { codeOf } from './tour-client';
import { as, regionOf, type TourGuide, visitor, YEAR } from './tour-guide';

interface Summary {
  tasks: number;
  reported: number;
  confirmed: number;
}

const TASKS = `query($id: ID!) { region(id: $id) { checklist(year: ${YEAR}) { id code title progress { quarter percent outcome } } } }`;
const SUMMARY =
  'query($id: ID!, $quarter: String!) { region(id: $id) { taskSummary(quarter: $quarter) { tasks reported confirmed } } }';
const REPORT =
  'mutation($input: ReportProgressInput!) { reportProgress(input: $input) { id percent outcome reportedBy { id } } }';
const CONFIRM =
  'mutation($id: ID!) { confirmProgress(id: $id) { id outcome percent confirmedBy { id } task { code } } }';

const whyWords = {
  free: '该季度尚无上报 · nothing was reported in this quarter yet',
  returned: '该季度上报曾被退回 · its report of this quarter was returned',
  confirmed:
    '各任务各季度均已上报，就已确认的再报 · every task and quarter is reported, so a confirmed one is reported on again',
};

export async function reportTask(guide: TourGuide): Promise<void> {
  const { record, stamp } = guide;
  record.begin('task', '任务上报与确认 · A task is reported and confirmed');
  const [town, assessor] = [as(guide, 'town-kouzhen'), as(guide, 'city-assessor')];
  const region = regionOf(guide, 'town-kouzhen');
  const { region: asked } = await town.get<{ region: { checklist: TownTask[] } }>(TASKS, { id: region.id });
  const chosen = chooseTask(asked.checklist);
  if (!chosen) {
    record.check(
      '有可上报的任务 · there is a task to report on',
      false,
      '≥ 1',
      '各任务各季度均待确认 · all await confirmation',
    );
    return;
  }
  const { task, quarter, percent, why } = chosen;
  record.line(`${task.code} ${task.title} · ${quarter} · ${percent}%`);
  record.line(whyWords[why]);
  const before = await summaryOf(guide, quarter);
  const { reportProgress: report } = await town.get<{ reportProgress: { id: string; reportedBy: { id: string } } }>(
    REPORT,
    {
      input: { taskId: task.id, quarter, percent, note: `${stamp}：按序时进度推进 · on schedule` },
    },
  );
  const { errors: own } = await town.ask(CONFIRM, { id: report.id });
  record.same('乡镇不能确认自己的上报 · the town may not confirm its own report', 'FORBIDDEN', codeOf(own[0]));
  const { confirmProgress: confirmed } = await assessor.get<{
    confirmProgress: { outcome: string; percent: number; confirmedBy: { id: string } };
  }>(CONFIRM, { id: report.id });
  record.same(
    '考核人员确认，进度如所报 · the assessor confirms what was reported',
    `confirmed ${percent}`,
    `${confirmed.outcome} ${confirmed.percent}`,
  );
  record.same(
    '上报与确认为两人 · two people reported and confirmed',
    [visitor(guide, 'town-kouzhen').personId, visitor(guide, 'city-assessor').personId],
    [report.reportedBy.id, confirmed.confirmedBy.id],
  );
  const { errors: again } = await assessor.ask(CONFIRM, { id: report.id });
  record.same('已办结的不能再确认 · what is decided is not decided again', 'PROGRESS_DECIDED', codeOf(again[0]));
  const after = await summaryOf(guide, quarter);
  record.same(
    `${region.name} ${quarter} 汇总随之变化 · the town's summary moves with it`,
    expectedOf(before, chosen),
    after,
  );
  record.figure('task', { code: task.code, quarter, percent, why, before, after });
}

async function summaryOf(guide: TourGuide, quarter: string): Promise<Summary> {
  const { region } = await as(guide, 'city-assessor').get<{ region: { taskSummary: Summary } }>(SUMMARY, {
    id: regionOf(guide, 'town-kouzhen').id,
    quarter,
  });
  return region.taskSummary;
}

function expectedOf(before: Summary, chosen: ChosenTask): Summary {
  const gain = gainOf(chosen);
  return {
    tasks: before.tasks,
    reported: before.reported + gain.reported,
    confirmed: before.confirmed + gain.confirmed,
  };
}
