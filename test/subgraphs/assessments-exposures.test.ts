// Exposure of a finding, and reports by telephone: nothing about a person leaves, two people publish, a withdrawal stays to be seen, who told is sealed.
import { openWorld, type World } from '../harness/world';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());

const town = () => world.city.regions.find(({ code }) => code === '371202100');
const graph = async (account: string | null, query: string, variables = {}) =>
  (await world.as(account)).ask(query, variables);
const codes = async (account: string, query: string, variables = {}) =>
  (await graph(account, query, variables)).errors.map(({ extensions }) => extensions.code);
const DRAFT = 'mutation($i: DraftExposureInput!) { draftExposure(input: $i) { id quarter } }';
const PUBLIC =
  '{ exposures { edges { node { id title text unit { id } withdrawalReason answer clippings { name } } } } }';
const publish = (id: string) => `mutation { publishExposure(id: "${id}") { publishedAt } }`;

async function finding(): Promise<string> {
  const { data } = await graph(
    'city-officer',
    'mutation($i: RecordFindingInput!) { recordFinding(input: $i) { id } }',
    {
      i: { regionId: town()?.id, category: 'records', content: '公示栏未更新', foundOn: '2018-05-03' },
    },
  );
  const { id } = data.recordFinding;
  const lead = world.city.units.find(({ code }) => code === 'town-371202100')?.id;
  await graph('city-officer', `mutation { assignFinding(input: { id: "${id}", leadUnitId: "${lead}" }) { id } }`);
  return id;
}
const draft = async (change: object = {}) =>
  (
    await graph('city-officer', DRAFT, {
      i: {
        findingId: await finding(),
        medium: '莱芜日报',
        exposedOn: '2018-08-20',
        title: '口镇公示栏三月未更新',
        text: '督查发现，口镇某村公示栏三个月未更新。',
        ...change,
      },
    })
  ).data.draftExposure;

test('an exposure is published by a second person, read by anybody, answered by its unit, and withdrawn with its trace', async () => {
  const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
  const { data } = await graph(
    'city-officer',
    `mutation { requestAssessmentsUpload(input: { name: "剪报.png", kind: png, bytes: ${png.length} }) { id url } }`,
  );
  const ticket = data.requestAssessmentsUpload;
  await fetch(world.url.replace('/graphql', '') + ticket.url, { method: 'PUT', body: png });
  const { id, quarter } = await draft({ clippingIds: [ticket.id] });
  expect(quarter).toBe('2018Q3');
  const seen = async (account: string | null) =>
    (await graph(account, PUBLIC)).data.exposures.edges.find(({ node }: { node: { id: string } }) => node.id === id)
      ?.node;
  expect(await seen(null)).toBeUndefined();
  expect(await codes('city-officer', publish(id))).toEqual(['FORBIDDEN']);
  expect(await codes('city-director', publish(id))).toEqual([]);
  expect(await codes('city-director', publish(id))).toEqual(['EXPOSURE_SETTLED']);
  expect(await seen(null)).toMatchObject({ title: '口镇公示栏三月未更新', clippings: [{ name: '剪报.png' }] });
  const answer = `mutation { answerExposure(id: "${id}", answer: "已更新并举一反三") { answer } }`;
  expect(await codes('unit-health', answer)).toEqual(['NOT_FOUND']);
  expect(await codes('town-kouzhen', answer)).toEqual([]);
  expect(await codes('town-kouzhen', answer)).toEqual(['EXPOSURE_SETTLED']);
  const duties = async () =>
    (await graph('auditor', '{ exposureDuties(year: 2018) { quarter published overdue } }')).data;
  expect((await duties()).exposureDuties.filter(({ quarter: q }: { quarter: string }) => q !== '2018Q2')).toEqual([
    { quarter: '2018Q1', published: 0, overdue: true },
    { quarter: '2018Q3', published: 1, overdue: false },
    { quarter: '2018Q4', published: 0, overdue: true },
  ]);
  expect(await codes('city-director', `mutation { withdrawExposure(id: "${id}", reason: "标题有误") { id } }`)).toEqual(
    [],
  );
  expect(await seen('citizen')).toMatchObject({
    text: null,
    answer: null,
    withdrawalReason: '标题有误',
    clippings: [],
  });
  expect((await duties()).exposureDuties[2]).toEqual({ quarter: '2018Q3', published: 0, overdue: true });
  await expect(
    world.sql.query(
      `update assessments.exposure set withdrawn_at = null, withdrawn_by = null, withdrawal_reason = null`,
    ),
  ).rejects.toMatchObject({
    constraint: 'exposure_keeps_its_trace',
  });
  await expect(world.sql.query(`update assessments.exposure set text = '改'`)).rejects.toMatchObject({
    constraint: 'exposure_keeps_its_trace',
  });
});

test('names of members and numbers are told by their places, and refused at the publication; the database keeps two people', async () => {
  const path = town()?.path ?? '';
  const household = world.city.households.find((each) => each.path.startsWith(path));
  const name = world.city.members.find(({ householdId }) => householdId === household?.id)?.name ?? '';
  const text = `户主${name}，电话13812345678`;
  const preview = await graph(
    'city-officer',
    'query($t: String!) { exposurePreview(title: "通报", text: $t) { field kind at length } }',
    { t: text },
  );
  expect(preview.data.exposurePreview).toEqual([
    { field: 'text', kind: 'telephone', at: text.indexOf('1'), length: 11 },
    { field: 'text', kind: 'name', at: 2, length: name.length },
  ]);
  const { id } = await draft({ text });
  const refused = await graph('city-director', publish(id));
  expect(refused.errors[0]?.extensions.code).toBe('EXPOSURE_HOLDS_PERSONAL_DATA');
  expect(JSON.stringify(refused)).not.toContain('13812345678');
  await expect(
    world.sql.query('update assessments.exposure set published_by = drafted_by, published_at = now() where id = $1', [
      id,
    ]),
  ).rejects.toMatchObject({ constraint: 'exposure_four_eyes' });
  expect(await codes('city-officer', '{ memberNamesIn(texts: ["a"]) { at } }')).toEqual(['GRAPHQL_VALIDATION_FAILED']);
});

test('a call is registered with its caller sealed, due in working days, answered by another, turned into a finding', async () => {
  const REGISTER =
    'mutation($i: RegisterReportInput!) { registerReport(input: $i) { id receipt channel replyDueOn overdue } }';
  const i = { regionId: town()?.id, channel: 'hotline', content: '低保评议未开会', reporter: '王某 13800001111' };
  expect(await codes('town-kouzhen', REGISTER, { i })).toEqual(['FORBIDDEN']);
  const { data } = await graph('city-officer', REGISTER, { i });
  const { id, receipt, channel, replyDueOn, overdue } = data.registerReport;
  expect([receipt, channel, overdue]).toEqual([expect.stringMatching(/^JB-/), 'hotline', false]);
  expect(replyDueOn > new Date().toISOString().slice(0, 10)).toBe(true);
  const { rows } = await world.sql.query('select reporter_sealed from assessments.public_report where id = $1', [id]);
  expect(rows[0].reporter_sealed.toString('utf8')).not.toContain('13800001111');
  const reply = `mutation { replyReport(id: "${id}", reply: "已补开会议") { reply } }`;
  expect(await codes('city-officer', reply)).toEqual(['SAME_PERSON']);
  const reveal = `mutation { revealReporter(id: "${id}", reason: "回访核实") }`;
  for (const account of ['city-officer', 'city-director', 'town-kouzhen'])
    expect(await codes(account, reveal)).toEqual(['FORBIDDEN']);
  expect((await graph('inspector', reveal)).data.revealReporter).toBe('王某 13800001111');
  const { rows: log } = await world.sql.query(
    `select kind, facts from assessments.audit where action = 'revealReporter' and kind = 'reveal'`,
  );
  expect(log).toEqual([{ kind: 'reveal', facts: { reason: '回访核实' } }]);
  expect(await codes('town-kouzhen', reply)).toEqual([]);
  const turned = await graph(
    'district-laicheng',
    `mutation { turnReportIntoFinding(input: { reportId: "${id}", category: "identification", content: "民主评议未开会", foundOn: "2018-06-01" }) { id source state } }`,
  );
  expect(turned.data.turnReportIntoFinding).toMatchObject({ source: 'publicReport', state: 'found' });
  const listed = await graph('town-kouzhen', '{ reports(answered: true) { edges { node { id findings { id } } } } }');
  expect(listed.data.reports.edges).toContainEqual({
    node: { id, findings: [{ id: turned.data.turnReportIntoFinding.id }] },
  });
  expect(
    await codes(
      'district-gangcheng',
      `mutation { turnReportIntoFinding(input: { reportId: "${id}", category: "identification", content: "无", foundOn: "2018-06-01" }) { id } }`,
    ),
  ).toEqual(['NOT_FOUND']);
});
