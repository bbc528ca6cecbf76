// The three lists (问题清单、责任清单、整改清单) as one workbook: three sheets of the same findings, made in the scope of whoever fetches it.
import { Workbook } from 'exceljs';
import type { Context } from '#platform/graph/context';
import type { FileMaker } from '#platform/graph/files/file-answer';
import { contentTypes } from '#platform/graph/files/file-kind';
import { todayInBeijing } from '#platform/graph/today';
import type { Finding } from './finding/finding.entity';
import { isOverdue } from './finding/finding.rules';
import { type FindingFilter, selectFindings } from './finding/list-findings';
import { type Names, nameFindings } from './finding/name-findings';
import { beijingTime, sourceWords, stateWords } from './finding-words';
import { refusals } from './refusals';

/** More than anybody reads in one sheet, and what a request may hold in memory. */
const MOST_ROWS = 5000;

interface Column {
  title: string;
  width: number;
  value(finding: Finding): string | number;
}

function sheets(names: Names, today: string): { title: string; of(finding: Finding): boolean; columns: Column[] }[] {
  const name = (id: string | null) => (id ? (names.get(id) ?? '') : '');
  const column = (title: string, width: number, value: Column['value']): Column => ({ title, width, value });
  const number = column('问题编号', 18, (finding) => finding.number);
  const content = column('问题', 48, (finding) => finding.content);
  const due = column('整改时限', 12, ({ dueOn }) => dueOn ?? '');
  const unit = column('牵头单位', 24, ({ leadUnit }) => name(leadUnit));
  const state = column('状态', 12, (finding) =>
    isOverdue(finding, today)
      ? `${stateWords[finding.state as keyof typeof stateWords]}（逾期）`
      : stateWords[finding.state as keyof typeof stateWords],
  );
  return [
    {
      title: '问题清单',
      of: () => true,
      columns: [
        number,
        column('地区', 16, ({ regionId }) => name(regionId)),
        column('来源', 10, ({ source }) => sourceWords[source]),
        column('类别', 14, ({ category }) => category),
        content,
        column('发现日期', 12, ({ foundOn }) => foundOn),
        column('反弹次数', 10, ({ relapses }) => relapses),
        column('权重', 8, ({ weight }) => weight),
        state,
      ],
    },
    {
      title: '责任清单',
      of: ({ leadUnit }) => leadUnit !== null,
      columns: [
        number,
        content,
        unit,
        column('责任人', 12, ({ responsibleId }) => name(responsibleId)),
        column('交办时间', 18, ({ assignedAt }) => beijingTime(assignedAt)),
        column('签收时间', 18, ({ acceptedAt }) => beijingTime(acceptedAt)),
        due,
      ],
    },
    {
      title: '整改清单',
      of: ({ measures }) => measures !== null,
      columns: [
        number,
        content,
        unit,
        column('整改措施', 48, ({ measures }) => measures ?? ''),
        column('计划完成', 12, ({ plannedOn }) => plannedOn ?? ''),
        due,
        column('整改结果', 48, ({ result }) => result ?? ''),
        column('复核人', 12, ({ recheckedBy }) => name(recheckedBy)),
        column('销号人', 12, ({ closedBy }) => name(closedBy)),
        column('销号时间', 18, ({ closedAt }) => beijingTime(closedAt)),
        state,
      ],
    },
  ];
}

export const findingListsFile: FileMaker = async (given, about) => {
  const context = given as unknown as Context;
  const findings = await selectFindings(context, about as FindingFilter, MOST_ROWS + 1);
  if (findings.length > MOST_ROWS) throw refusals.findingListsTooLong({ allowed: MOST_ROWS });
  const [names, today] = await Promise.all([nameFindings(context, findings), todayInBeijing.load(context, 'today')]);
  const book = new Workbook();
  for (const { title, of, columns } of sheets(names, today)) {
    const sheet = book.addWorksheet(title, { views: [{ state: 'frozen', ySplit: 1 }] });
    sheet.pageSetup = { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 };
    sheet.columns = columns.map(({ title: header, width }) => ({ header, width }));
    sheet.getRow(1).font = { bold: true };
    // Cells are texts and numbers, never formulas: what somebody wrote is not run by who reads it.
    for (const finding of findings.filter(of)) sheet.addRow(columns.map(({ value }) => value(finding)));
  }
  const body = Buffer.from(await book.xlsx.writeBuffer());
  return { name: `问题责任整改清单-${today}.xlsx`, contentType: contentTypes.xlsx, body };
};
