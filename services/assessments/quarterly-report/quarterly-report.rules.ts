// When a quarterly report may be edited, approved or withdrawn (季度报告规则), and what its content hash covers.
import { contentHash } from '#platform/vocabulary/canonical';
import { type Checker, type Hand, mayCheck } from '#platform/vocabulary/hands';
import { refusals } from '../refusals';
import { type SectionName, sectionOrder } from './quarterly-section.rules';

/** An approved report is frozen and a withdrawn one is over: neither is touched again. */
export function checkIsDraft({ outcome }: { outcome: string | null }): void {
  if (outcome !== null) throw refusals.quarterlyReportDecided();
}

/** Whoever drafted it or wrote any of its texts, or stands for one who did, does not approve it. */
export function checkApproval(checker: Checker, hands: readonly Hand[]): void {
  if (!hands.every((hand) => mayCheck(checker, hand))) throw refusals.samePerson();
}

export interface ReportContent {
  regionId: string;
  regionName: string;
  quarter: string;
  version: number;
  title: string;
  asOf: Date;
}
export interface FigureContent {
  section: string;
  place: number;
  code: string;
  subject: string | null;
  title: string;
  measure: string;
  value: string | null;
  missing: string | null;
  query: string;
  variables: Record<string, unknown>;
  pointer: string;
}

/** The same for a draft that is looked at and for the report that is frozen: who approves names what was read. */
export function hashOfReport(
  report: ReportContent,
  texts: ReadonlyMap<SectionName, string>,
  figures: readonly FigureContent[],
): string {
  const { regionId, regionName, quarter, version, title, asOf } = report;
  return contentHash({
    regionId,
    regionName,
    quarter,
    version,
    title,
    asOf,
    sections: sectionOrder.map((section) => ({ section, text: texts.get(section) ?? '' })),
    figures: [...figures]
      .sort((one, other) => one.place - other.place)
      .map(({ section, place, code, subject, title: name, measure, value, missing, query, variables, pointer }) => ({
        section,
        place,
        code,
        subject,
        title: name,
        measure,
        value,
        missing,
        query,
        variables,
        pointer,
      })),
  });
}
