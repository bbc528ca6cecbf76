// Gathers what a quarterly report says on paper (报告内容): its texts, figures and hands by name, as whoever fetches it may see them.
import type { Context } from '#platform/graph/context';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { beijingTime } from './finding-words';
import { type Paper, paperSections, paperSources } from './quarterly-report/quarterly-document.rules';
import { QuarterlyOutcome, type QuarterlyReport } from './quarterly-report/quarterly-report.entity';
import {
  contentHashOf,
  figuresOfReport,
  quarterlyReportById,
  sectionsOfReport,
} from './quarterly-report/quarterly-report.loader';
import { hashOfReport } from './quarterly-report/quarterly-report.rules';

const NAMES = 'query($people: [_Any!]!) { _entities(representations: $people) { ... on Person { id name } } }';

export async function quarterlyPaper(context: Context, id: string): Promise<{ report: QuarterlyReport; paper: Paper }> {
  const report = await quarterlyReportById.load(context, id);
  if (!report) throw commonRefusals.notFound({ what: '季度报告 quarterly report' });
  const [sections, figures, names, hash] = await Promise.all([
    sectionsOfReport.load(context, id),
    figuresOfReport.load(context, id),
    namesOf(context, report),
    contentHashOf(context, report),
  ]);
  const texts = new Map(sections.map(({ name, text }) => [name, text]));
  // What was frozen is what is printed, or nothing is.
  if (hashOfReport(report, texts, figures) !== hash) throw new Error(`quarterly report ${id} is not what was approved`);
  const name = (person: string | null) => (person ? (names.get(person) ?? '') : '');
  const approved = `批准：${name(report.approvedBy)}　${beijingTime(report.approvedAt)}`;
  const paper = {
    title: report.title,
    number: report.number ?? (report.outcome === QuarterlyOutcome.withdrawn ? '已撤回' : '草稿'),
    sections: paperSections(sections, figures),
    closing: [
      `数据截至：${beijingTime(report.asOf)}`,
      `拟稿：${name(report.draftedBy)}　${beijingTime(report.draftedAt)}`,
      ...(report.approvedAt ? [approved] : []),
      `内容哈希（SHA-256）：${hash}`,
    ],
    sources: paperSources(figures),
  };
  return { report, paper };
}

async function namesOf(context: Context, { draftedBy, approvedBy }: QuarterlyReport): Promise<Map<string, string>> {
  const people = [draftedBy, approvedBy].flatMap((id) => (id ? [{ __typename: 'Person', id }] : []));
  const { _entities } = await context.ask<{ _entities: ({ id: string; name: string | null } | null)[] }>(
    'organisation',
    NAMES,
    { people },
  );
  return new Map(_entities.flatMap((each) => (each?.name ? [[each.id, each.name]] : [])));
}
