// A page for print: what stands below the rows runs over the empty cells beside it, and nothing that is told becomes markup.
import { tablePage } from './table-page';

async function textOf(table: Parameters<typeof tablePage>[0]): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of tablePage(table).body as AsyncIterable<Buffer>) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}
const table = { title: '清算表', of: '2018-05', banner: '某人 导出', columns: ['序号', '编号', '金额', '原因'] };

test('a cell below the rows runs over what is empty beside it; those of the rows stay as they are', async () => {
  const foot = [
    ['合计', '', '12.00', ''],
    ['应拨付', '', '', '12.00'],
    ['医院', '某医院', '', ''],
    ['备注', '', '', ''],
  ];
  const page = await textOf({ ...table, rows: [[['1', 'a', '12.00', '']]], foot });
  expect(page).toContain('<tr><td class="amount">1</td><td>a</td><td class="amount">12.00</td><td></td></tr>');
  expect(page).toContain('<tr><td colspan="2">合计</td><td colspan="2" class="amount">12.00</td></tr>');
  expect(page).toContain('<tr><td colspan="3">应拨付</td><td class="amount">12.00</td></tr>');
  expect(page).toContain('<tr><td>医院</td><td colspan="3">某医院</td></tr>');
  expect(page).toContain('<tr><td colspan="4">备注</td></tr>');
});

test('what is told stays text', async () => {
  const page = await textOf({ ...table, rows: [[['1', '<b>', '', '"']]], foot: [['<i>', '', '', '']] });
  expect(page).toContain('<td>&lt;b&gt;</td><td></td><td>&quot;</td>');
  expect(page).toContain('<td colspan="4">&lt;i&gt;</td>');
});
