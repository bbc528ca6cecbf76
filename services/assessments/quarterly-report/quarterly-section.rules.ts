// The sections of a quarterly report (报告章节) in the official order, the text each is drafted with, and how its figures are filled in.
import { refusals } from '../refusals';

/** The order in which the city's office reports: it is the report's form, and no rule that a pack would change. */
export const sectionOrder = ['layout', 'units', 'places', 'tenJobs', 'problems', 'nextSteps'] as const;
export type SectionName = (typeof sectionOrder)[number];

export const sectionTitles: Readonly<Record<SectionName, { zh: string; en: string }>> = {
  layout: { zh: '工作布局', en: 'Layout of the work' },
  units: { zh: '成员单位工作情况', en: 'Member units' },
  places: { zh: '区镇工作情况', en: 'Districts, zones and towns' },
  tenJobs: { zh: '扶贫办十项工作', en: 'The office’s ten jobs' },
  problems: { zh: '存在问题', en: 'Problems' },
  nextSteps: { zh: '下步打算', en: 'Next steps' },
};

/** A figure is named in braces and never typed: what stands there is filled in from the answers that were kept. */
const drafted: Readonly<Record<SectionName, string>> = {
  layout:
    '本年度处于三年工作布局的“{layout.stage}”阶段。截至报告期，建档立卡在册{register.households}户、{register.people}人。年度计划至本季度末累计脱贫{plan.households}户、{plan.people}人，本季度到期节点{plan.milestones}项，完成{plan.done}项，逾期{plan.overdue}项。\n本年度下达扶贫资金{funds.allotted}元，累计支付到户{funds.paid}元，其中本季度{funds.quarter}元。',
  units: '各成员单位按年度考核清单推进任务，各单位任务、确认和逾期情况如下表。',
  places:
    '所辖各地区任务共{tasks.all}项，已上报{tasks.reported}项，已确认{tasks.confirmed}项，逾期{tasks.overdue}项。各地区情况如下表。',
  tenJobs: '扶贫办十项工作年初至本季度末进展如下表；未上报或未取得的数字如实注明。',
  problems:
    '本季度发现问题{findings.found}个，其中未销号{findings.open}个、逾期{findings.overdue}个，反弹{findings.relapses}次。本季度应走访逾期{visits.overdue}户次，会议、研究和活动逾期{meetings.overdue}次，资金月报逾期{reports.overdue}次。',
  nextSteps:
    '下季度计划累计脱贫{next.households}户、{next.people}人，到期节点{next.milestones}项；应完成会议、研究和活动{next.meetings}次，应走访{next.visits}户次。对逾期事项逐项督办，确保按期销号。',
};

export function draftedText(section: SectionName): string {
  return drafted[section];
}

/** What a figure says in running text where it is not known. */
export const NOT_KNOWN = '（未取得）';

const HOLE = /\{([A-Za-z][A-Za-z.]*)\}/g;

/** A text may name the report's own figures and no others. */
export function checkNames(text: string, codes: ReadonlySet<string>): void {
  for (const [, code = ''] of text.matchAll(HOLE)) if (!codes.has(code)) throw refusals.figureUnknown({ code });
}

export function filledIn(text: string, values: ReadonlyMap<string, string | null>): string {
  return text.replace(HOLE, (hole, code: string) => (values.has(code) ? (values.get(code) ?? NOT_KNOWN) : hole));
}
