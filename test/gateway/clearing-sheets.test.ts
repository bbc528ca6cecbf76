// The clearing sheet and the payment application through the file door: a page for print and a workbook, for the two sides and those who oversee them.
import { readSheet } from '#platform/sheet/read-sheet';
import { openWorld, type World } from '../harness/world';

let world: World;
beforeAll(async () => {
  world = await openWorld();
}, 120_000);
afterAll(() => world?.close());

const at = (url: string) => world.url.replace('/graphql', '') + url;
const LIST = `{ clearings { edges { node { id period payable claimed hospital { name } payer { name } paidBy { name } } } } }`;
const ask = (id: string, sheet: string, format: string) =>
  `mutation { requestClearingSheet(id: "${id}", sheet: ${sheet}, format: ${format}, purpose: "月度清算归档") { url } }`;

async function clearingsOf(account: string) {
  const { clearings } = await (await world.as(account)).get(LIST);
  return new Map<string, { id: string; payable: string | null; claimed: string }>(
    clearings.edges.map(({ node }: { node: { period: string } }) => [node.period, node]),
  );
}

test('the insurer prints the payment application of a paid month, in figures and in words', async () => {
  const insurer = await world.as('insurer-clerk');
  const months = await clearingsOf('insurer-clerk');
  const { id, payable } = months.get('2018-04') as { id: string; payable: string };
  const { requestClearingSheet } = await insurer.get(ask(id, 'payment', 'page'));
  const answer = await fetch(at(requestClearingSheet.url));
  const html = await answer.text();
  expect([answer.status, answer.headers.get('content-security-policy')]).toEqual([
    200,
    expect.stringMatching(/^default-src 'none'/),
  ]);
  const said = ['医疗费用清算付款申请（2018-04）', '莱城区人民医院', '莱芜市大病保险承办机构', '申请付款（大写）'];
  for (const part of [...said, payable, '范立新 2018-05-16', '月度清算归档', 'A4']) expect(html).toContain(part);
  const open = months.get('2018-06')?.id as string;
  expect(await insurer.refused(ask(open, 'payment', 'page'))).toBe('CLEARING_STATE');
});

test('the hospital takes the sheet out as a workbook: each line with its deduction and reason, and what is paid', async () => {
  const hospital = await world.as('hospital-window');
  const disputed = (await clearingsOf('hospital-window')).get('2018-05') as { id: string; claimed: string };
  const { requestClearingSheet } = await hospital.get(ask(disputed.id, 'clearing', 'xlsx'));
  const bytes = Buffer.from(await (await fetch(at(requestClearingSheet.url))).arrayBuffer());
  const limits = { rows: 9999, columns: 20, cellCharacters: 500, unpackedBytes: 50_000_000 };
  const lines: string[][] = [];
  for await (const rows of readSheet(bytes, limits)) lines.push(...rows.map(({ cells }) => cells));
  expect(lines[1]?.[0]).toBe('序号');
  expect(lines[2]?.slice(5, 7)).toEqual(['120.00', '超限定支付范围用药（拟）']);
  expect(lines.find(([what]) => what === '合计')?.[4]).toBe(disputed.claimed);
});

test('finance may, and a town is refused', async () => {
  const { id } = (await clearingsOf('insurer-clerk')).get('2018-04') as { id: string };
  expect(await (await world.as('town-kouzhen')).refused(ask(id, 'clearing', 'page'))).toBe('FORBIDDEN');
  expect(await (await world.as('city-finance')).get(ask(id, 'clearing', 'page'))).toHaveProperty(
    'requestClearingSheet.url',
  );
});
