// The list of households as a workbook (贫困户名册): streamed, watermarked, and sealed row by row, so that it can come back and be compared.
import { createHash } from 'node:crypto';
import type { FileMaker } from '#platform/graph/files/file-answer';
import { contentTypes } from '#platform/graph/files/file-kind';
import { nameExporter } from '#platform/graph/files/name-exporter';
import { writeBook } from '#platform/sheet/write-book';
import type { HouseholdsFilter } from './household/household.input';
import type { HouseholdOrder } from './household/household.query';
import { permissions } from './permissions';
import { readList } from './register-export/read-list';
import { exportColumns, sealedText } from './register-import/read-export.rules';
import { cellWriters } from './register-import/register-cells.rules';
import { keyOf, registerColumns } from './register-import/register-columns.rules';
import type { HouseholdsContext } from './tools';

const columns = [
  ...registerColumns.map(({ title }) => ({ title, width: title === '证件号码' ? 22 : 12 })),
  ...exportColumns.map((title) => ({ title, width: 4, hidden: true })),
];

export const householdListFile: FileMaker = async (given, about) => {
  const context = given as unknown as HouseholdsContext;
  const { caller, tools } = context;
  const { exportId, filter, sort, purpose } = about as {
    exportId: string;
    filter: HouseholdsFilter;
    sort: HouseholdOrder;
    purpose: string;
  };
  const { words, at } = await nameExporter(context);
  const byKey = cellWriters((type, field) => permissions.sees(caller, type, field));
  const writers = registerColumns.map(
    (column) => byKey.get(keyOf(column)) as NonNullable<ReturnType<typeof byKey.get>>,
  );
  const seesPhones = caller.scope === 'paired' && permissions.sees(caller, 'Household', 'phone') === 'plain';
  const chain = createHash('sha256');
  let count = 0;
  const rows = async function* () {
    for await (const sources of readList(context, { filter, order: sort, seesPhones }))
      yield sources.map((source) => {
        const cells = writers.map((write) => write(source));
        const { householdId, memberId, version } = source;
        const original = JSON.stringify(cells);
        const seal = tools.rowSeal(sealedText(exportId, householdId, memberId, version, original));
        chain.update(seal);
        count++;
        return [...cells, exportId, householdId, memberId, version, original, seal];
      });
  };
  /** Written behind the list, when all of it is known: rows that were taken away show. */
  const facts = () => [
    [
      ['导出编号', exportId],
      ['导出人', words],
      ['导出时间', at],
      ['用途', purpose],
      ['行数', String(count)],
      ['全表签名', tools.rowSeal(`${exportId}\n${count}\n${chain.digest('hex')}`)],
    ],
  ];
  const banner = `${words} ${at} 导出 · 用途：${purpose} · 编号 ${exportId} · 含个人信息，不得外传`;
  const info = { name: '导出信息', columns: ['项', '内容'].map((title) => ({ title, width: 40 })), rows: facts };
  return {
    name: `贫困户名册-${at.slice(0, 10)}.xlsx`,
    contentType: contentTypes.xlsx,
    body: writeBook([{ name: '名册', banner, columns, rows }, info]),
  };
};
