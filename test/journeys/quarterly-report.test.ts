// A quarterly report from its draft to paper: each figure asked again through the graph, four eyes, numbers without gaps, frozen, printed.
import JSZip from 'jszip';
import { openWorld, type World } from '../harness/world';
import { APPROVE, askAgain, DRAFT, EDIT, FILE, figuresOf, READ, WITHDRAW } from './quarterly-steps';

let world: World;
const regionId: Record<string, string> = {};
beforeAll(async () => {
  world = await openWorld();
  for (const [key, called] of Object.entries({ city: '莱芜市', laicheng: '莱城区', kouzhen: '口镇', xueye: '雪野' }))
    regionId[key] =
      world.city.regions.find(({ name, kind }) => name.startsWith(called) && kind !== 'village')?.id ?? '';
});
afterAll(() => world?.close());

const draft = async (account: string, region: string, q = '2018Q1') =>
  (await (await world.as(account)).get(DRAFT, { r: regionId[region], q })).draftQuarterlyReport;

let report: { id: string; contentHash: string };

test('one mutation drafts it in the official order, and each figure is what its own query answers in the graph', async () => {
  const officer = await world.as('district-laicheng');
  report = await draft('district-laicheng', 'laicheng');
  expect(report).toMatchObject({
    title: '莱城区2018年第一季度脱贫攻坚工作情况报告',
    version: 1,
    outcome: null,
    number: null,
  });
  const { quarterlyReport } = await officer.get(READ, { id: report.id });
  expect(quarterlyReport.sections.map(({ name }: { name: string }) => name)).toEqual([
    'layout',
    'units',
    'places',
    'tenJobs',
    'problems',
    'nextSteps',
  ]);
  const figures = await figuresOf(officer, report.id);
  const all = Object.values(figures).flat();
  const { wrong, asked } = await askAgain(officer, all);
  expect(wrong).toEqual([]);
  expect(asked).toBeGreaterThan(50);
  const register = all.find(({ code }) => code === 'register.households');
  expect(Number(register?.value)).toBeGreaterThan(0);
  expect(quarterlyReport.sections[0].filledIn).toContain(`在册${register?.value}户`);
  expect(new Set(figures.places?.map(({ subject }) => subject))).toContain('口镇');
  expect(figures.tenJobs).toHaveLength(40);
  expect(all.filter(({ value, missing }) => value === null && !missing)).toEqual([]);
  expect(await officer.refused(DRAFT, { r: regionId.laicheng, q: '2018Q1' })).toBe('QUARTERLY_REPORT_DRAFTED');
});

test('the city tells of its member units, districts, zones and towns; a figure that cannot be had says why', async () => {
  const officer = await world.as('city-officer');
  const { id } = await draft('city-officer', 'city');
  const figures = await figuresOf(officer, id);
  expect(new Set(figures.units?.map(({ subject }) => subject)).size).toBeGreaterThan(10);
  const places = new Set(figures.places?.map(({ subject }) => subject));
  for (const name of ['莱城区', '钢城区', '口镇']) expect(places).toContain(name);
  const own = [figures.layout, figures.problems, figures.nextSteps, figures.tenJobs].flatMap((each) => each ?? []);
  const units = (figures.units ?? []).slice(0, 12);
  const told = own.filter(({ subject }) => subject === null || subject.includes(' · '));
  expect((await askAgain(officer, [...told, ...units])).wrong).toEqual([]);
  expect((await officer.get(WITHDRAW, { id, why: '待二季度合并' })).withdrawQuarterlyReport.outcome).toBe('withdrawn');
  const later = await draft('city-officer', 'city', '2017Q1');
  const past = (await figuresOf(officer, later.id)).tenJobs ?? [];
  expect(past.map(({ value, missing }) => [value, missing])).toEqual(Array(4).fill([null, 'NO_ANSWER']));
});

test('who may: levels, reach and posts', async () => {
  const district = await world.as('district-laicheng');
  expect(await district.refused(DRAFT, { r: regionId.kouzhen, q: '2018Q1' })).toBe('NOT_REPORTING_LEVEL');
  expect(await district.refused(DRAFT, { r: regionId.xueye, q: '2018Q1' })).toBe('NOT_FOUND');
  expect(await district.refused(DRAFT, { r: regionId.city, q: '2018Q1' })).toBe('NOT_FOUND');
  expect(await district.refused(DRAFT, { r: regionId.laicheng, q: '2099Q1' })).toBe('QUARTER_NOT_BEGUN');
  expect(await (await world.as('town-kouzhen')).refused(DRAFT, { r: regionId.kouzhen, q: '2018Q1' })).toBe('FORBIDDEN');
  const stranger = await world.as('district-gangcheng');
  expect((await stranger.get(READ, { id: report.id })).quarterlyReport).toBeNull();
  expect(await stranger.refused(FILE, { id: report.id, form: 'page' })).toBe('NOT_FOUND');
  const edit = { i: { id: report.id, section: 'problems', text: '问题如下' } };
  expect(await stranger.refused(EDIT, edit)).toBe('NOT_FOUND');
  expect(await (await world.as('citizen')).refused(READ, { id: report.id })).toBe('FORBIDDEN');
});

test('texts are edited and figures are not; a second person approves what was read, and it is numbered and frozen', async () => {
  const district = await world.as('district-laicheng');
  const director = await world.as('city-director');
  const text = '本季度发现问题{findings.found}个。<b>加粗</b>';
  const edit = (change: string) => ({ i: { id: report.id, section: 'problems', text: change } });
  expect(await district.refused(EDIT, edit('发现{findings.invented}个'))).toBe('FIGURE_UNKNOWN');
  expect(await district.refused(EDIT, edit('联系人电话13912345678'))).toBe('PERSONAL_NUMBER_IN_TEXT');
  const { contentHash: hash } = (await district.get(EDIT, edit(text))).editQuarterlyReport;
  expect(hash).not.toBe(report.contentHash);
  expect(await director.refused(APPROVE, { id: report.id, hash: report.contentHash })).toBe('QUARTERLY_REPORT_CHANGED');
  expect(await district.refused(APPROVE, { id: report.id, hash })).toBe('SAME_PERSON');
  const { approveQuarterlyReport } = await director.get(APPROVE, { id: report.id, hash });
  // Refusals before it took no number.
  expect(approveQuarterlyReport).toMatchObject({ outcome: 'approved', contentHash: hash });
  expect(approveQuarterlyReport.number).toMatch(/^莱城区脱贫攻坚季报〔20\d\d〕1号$/);
  expect(await district.refused(EDIT, edit('再改'))).toBe('QUARTERLY_REPORT_DECIDED');
  expect(await director.refused(WITHDRAW, { id: report.id, why: '撤回' })).toBe('QUARTERLY_REPORT_DECIDED');
  const PUBLISHED = 'query($r: ID!) { region(id: $r) { quarterlyReport(quarter: "2018Q1") { number } } }';
  expect((await district.get(PUBLISHED, { r: regionId.laicheng })).region.quarterlyReport.number).toBe(
    approveQuarterlyReport.number,
  );
  const second = await draft('district-laicheng', 'laicheng', '2018Q2');
  const next = await director.get(APPROVE, { id: second.id, hash: second.contentHash });
  expect(next.approveQuarterlyReport.number).toMatch(/2号$/);
});

test('the database refuses by itself: a figure changed or added, a text after the approval, the own eyes', async () => {
  const broken = (sql: string, values: unknown[] = []) =>
    world.sql.query(sql, values).then(
      () => null,
      (error: { constraint?: string }) => error.constraint,
    );
  const figure = 'assessments.quarterly_report_figure';
  expect(await broken(`update ${figure} set value = '1' where report_id = $1`, [report.id])).toBe(
    'assessments_quarterly_report_figure_append_only',
  );
  expect(
    await broken(
      `insert into ${figure} select (jsonb_populate_record(f, jsonb_build_object('id', gen_random_uuid(), 'place', 100000))).* from ${figure} f where report_id = $1 limit 1`,
      [report.id],
    ),
  ).toBe('quarterly_report_figure_with_draft');
  expect(
    await broken(
      `insert into assessments.quarterly_report_text select (jsonb_populate_record(t, jsonb_build_object('id', gen_random_uuid()))).* from assessments.quarterly_report_text t where report_id = $1 limit 1`,
      [report.id],
    ),
  ).toBe('quarterly_report_text_of_draft');
  const { id } = await draft('district-laicheng', 'laicheng', '2018Q3');
  const approve = `update assessments.quarterly_report set outcome = 'approved', approved_at = now(), number = 'x', frozen_hash = 'x', approved_by = `;
  expect(await broken(`${approve} drafted_by where id = $1`, [id])).toBe('quarterly_report_four_eyes');
  const other = '00000000-0000-4000-8000-000000000001';
  await world.sql.query(
    `insert into assessments.quarterly_report_text select (jsonb_populate_record(t, jsonb_build_object('id', gen_random_uuid(), 'written_by', $2::text))).* from assessments.quarterly_report_text t where report_id = $1 limit 1`,
    [id, other],
  );
  expect(await broken(`${approve} '${other}' where id = $1`, [id])).toBe('quarterly_report_four_eyes');
  expect(await broken(`update assessments.quarterly_report set title = 'x' where id = $1`, [report.id])).toBe(
    'assessments_quarterly_report_decided_once',
  );
});

async function fetched(account: string, form: string): Promise<Response> {
  const { requestQuarterlyReport } = await (await world.as(account)).get(FILE, { id: report.id, form });
  return fetch(world.url.replace('/graphql', '') + requestQuarterlyReport.url);
}

test('it goes to paper as a page under its own policy and as Word, with the same texts and figures', async () => {
  const page = await fetched('district-laicheng', 'page');
  const html = await page.text();
  expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-/);
  for (const part of [
    'size: A4',
    '脱贫攻坚季报〔',
    '三、区镇工作情况',
    '口镇',
    '&lt;b&gt;加粗&lt;/b&gt;',
    'QuarterlyRegister',
  ])
    expect(html).toContain(part);
  expect(html).not.toContain('<b>');
  const word = await fetched('city-director', 'word');
  expect(word.headers.get('content-type')).toContain('wordprocessingml.document');
  const zip = await JSZip.loadAsync(await word.arrayBuffer());
  const xml = (await zip.file('word/document.xml')?.async('string')) ?? '';
  const texts = [...xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text);
  const cells = [...html.matchAll(/<t[dh]>([^<]*)<\/t[dh]>/g)].map(([, text]) => text);
  expect(cells.length).toBeGreaterThan(200);
  expect(cells.filter((cell) => cell && !texts.includes(cell))).toEqual([]);
  expect(texts).toContain('三、区镇工作情况');
});
