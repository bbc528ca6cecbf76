// Official tables and the auditor's extract through the file door: from the data of the month's end, by right and scope, with hashes that hold.
import { readSheet } from '#platform/sheet/read-sheet';
import { openWorld, type World } from '../harness/world';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());

const at = (url: string) => world.url.replace('/graphql', '') + url;
const regionOf = (name: string) =>
  world.city.regions.find((region) => region.name === name || region.code === name)?.id as string;
const table = (format: string, region: string, which = 'progress') =>
  `mutation { requestFundTable(table: ${which}, format: ${format}, regionId: "${region}", month: "2018-12", purpose: "报送市财政局") { url } }`;
const extract = (region: string) =>
  `mutation { requestAuditExtract(regionId: "${region}", month: "2018-05", purpose: "年度资金审计") { url } }`;

async function linesOf(bytes: Buffer): Promise<string[][]> {
  const limits = { rows: 9999, columns: 20, cellCharacters: 500, unpackedBytes: 50_000_000 };
  const lines: string[][] = [];
  for await (const rows of readSheet(bytes, limits)) lines.push(...rows.map(({ cells }) => cells));
  return lines;
}

test('the monthly table comes as a page for print and as a workbook, and ends in the total of the region', async () => {
  const laicheng = regionOf('371202');
  const district = await world.as('district-laicheng');
  const { requestFundTable } = await district.get(table('page', laicheng));
  const answer = await fetch(at(requestFundTable.url));
  const html = await answer.text();
  expect([answer.status, answer.headers.get('content-security-policy')]).toEqual([
    200,
    expect.stringMatching(/^default-src 'none'/),
  ]);
  for (const part of ['支出进度月报（2018-12）', '合计', '报送市财政局', 'A4']) expect(html).toContain(part);
  const book = await district.get(table('xlsx', laicheng, 'ledger'));
  const bytes = Buffer.from(await (await fetch(at(book.requestFundTable.url))).arrayBuffer());
  const lines = await linesOf(bytes);
  expect(lines[1]?.[0]).toBe('文号');
  expect(lines.length).toBeGreaterThan(3);
  expect(await (await world.as('town-kouzhen')).refused(table('page', laicheng))).toBe('OUT_OF_SCOPE');
});

test('the extract is the auditor’s alone, and its manifest counts and hashes its sheets', async () => {
  const city = world.city.regions.find(({ kind }) => kind === 'city')?.id as string;
  expect(await (await world.as('city-finance')).refused(extract(city))).toBe('FORBIDDEN');
  const { requestAuditExtract } = await (await world.as('auditor')).get(extract(city));
  const answer = await fetch(at(requestAuditExtract.url));
  const lines = await linesOf(Buffer.from(await answer.arrayBuffer()));
  expect(lines.slice(2).map(([sheet]) => sheet)).toEqual(['凭证与分录', '发放单据', '佐证材料']);
  expect(Number(lines[2]?.[1])).toBeGreaterThan(0);
  for (const [, , hash] of lines.slice(2)) expect(hash).toMatch(/^[0-9a-f]{64}$/);
});
