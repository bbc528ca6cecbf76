// Official tables and the auditor's extract through the file door: from the data of the month's end, by right and scope, with hashes that hold.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import JSZip from 'jszip';
import { projectRoot } from '#platform/process/project-root';
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
  const ledger = await district.get('mutation { requestProjectLedger(purpose: "报送市财政局", format: page) { url } }');
  const projects = await fetch(at(ledger.requestProjectLedger.url));
  const printed = await projects.text();
  for (const part of ['项目台账（', '黄花菜种植示范园', '绩效目标', '报送市财政局']) expect(printed).toContain(part);
  const plan = await district.get(table('page', laicheng, 'spendingPlan'));
  const planned = await (await fetch(at(plan.requestFundTable.url))).text();
  for (const part of ['用款计划（2018-12）', '12月（元）', '口镇', '执行率（%）', '合计'])
    expect(planned).toContain(part);
});

const verify = (file: string, ...more: string[]) => {
  const script = join(projectRoot, 'services/funds/fund-table/verify-extract.mjs');
  const { status, stdout } = spawnSync(process.execPath, [script, file, ...more], { encoding: 'utf8' });
  return { status, stdout };
};

test('the extract is the auditor’s alone: one archive with the documents themselves, and a manifest that is checked offline', async () => {
  const city = world.city.regions.find(({ kind }) => kind === 'city')?.id as string;
  expect(await (await world.as('city-finance')).refused(extract(city))).toBe('FORBIDDEN');
  const { requestAuditExtract } = await (await world.as('auditor')).get(extract(city));
  const answer = await fetch(at(requestAuditExtract.url));
  const bytes = Buffer.from(await answer.arrayBuffer());
  const archive = await JSZip.loadAsync(bytes);
  const manifest = JSON.parse((await archive.file('清单.json')?.async('string')) as string);
  expect(manifest.files.slice(0, 4).map(({ name }: { name: string }) => name)).toEqual([
    ...['凭证与分录.csv', '发放单据.csv', '报账单据.csv', '佐证材料.csv'],
  ]);
  const ledger = (await archive.file('凭证与分录.csv')?.async('string')) as string;
  expect(ledger.trim().split('\r\n').length - 1).toBe(manifest.files[0].rows);
  expect(manifest.files[0].rows).toBeGreaterThan(0);
  const folder = mkdtempSync(join(tmpdir(), 'extract-'));
  const kept = join(folder, 'kept.zip');
  writeFileSync(kept, bytes);
  const told = createHash('sha256')
    .update((await archive.file('清单.json')?.async('nodebuffer')) as Buffer)
    .digest('hex');
  expect(verify(kept, '--manifest', told)).toMatchObject({ status: 0, stdout: expect.stringContaining(told) });
  expect(verify(kept, '--manifest', '0'.repeat(64)).status).toBe(1);
  const bent = async (change: (zip: JSZip) => void) => {
    const copy = await JSZip.loadAsync(bytes);
    change(copy);
    const file = join(folder, 'bent.zip');
    writeFileSync(file, await copy.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' }));
    return verify(file);
  };
  expect(await bent(() => undefined)).toMatchObject({ status: 0 });
  expect(await bent((zip) => zip.file('凭证与分录.csv', ledger.replace('"pay"', '"return"')))).toEqual({
    status: 1,
    stdout: expect.stringContaining('凭证与分录.csv 已被改动'),
  });
  expect((await bent((zip) => zip.remove('发放单据.csv'))).stdout).toContain('发放单据.csv 缺失');
  expect((await bent((zip) => zip.file('另添.csv', 'x'))).stdout).toContain('另添.csv 不在清单中');
  writeFileSync(kept, 'no archive');
  expect(verify(kept).status).toBe(2);
  rmSync(folder, { recursive: true });
});
