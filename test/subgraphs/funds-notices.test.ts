// Public notices of funds through the graph: made from the batch, read by anybody, objected to by a line, proved by a household.
import { anonymousCaller } from '#platform/vocabulary/caller';
import { rootFrom } from '#platform/vocabulary/merkle';
import { noticeLeaf } from '../../services/funds/public-notice/notice-leaf.rules';
import { constraintOf } from './funds-direct';
import { type Steps, stepsOf } from './funds-steps';
import { daysPass, POST } from './notice-steps';
import { type FundsOnly, openFunds } from './open-funds';

let world: FundsOnly;
let steps: Steps;
beforeAll(async () => {
  world = await openFunds({ households: 120, people: 200 });
  steps = stepsOf(world);
}, 120_000);
afterAll(() => world?.close());

const OBJECT =
  'mutation($id: ID!, $line: Int, $content: String!) { objectToFundNotice(noticeId: $id, line: $line, content: $content) { id line answer } }';
const ANSWER =
  'mutation($id: ID!, $upheld: Boolean!) { answerFundObjection(id: $id, answer: "经入户核实", upheld: $upheld) { id upheld answeredBy { id } } }';
const inputOf = (subjectId: string, type = 'posting') => ({ input: { type, subjectKind: 'disbursement', subjectId } });
const nobody = () => anonymousCaller('notice-test');
const asked = async (sql: string, values: unknown[]) =>
  (await world.sql.query(`select ${sql} as told`, values)).rows[0].told as boolean;

test('a posting is made from its batch, names masked, and read by anybody while it stands', async () => {
  const made = await steps.apply(['120.50', '79.50']);
  const { postFundNotice: posted } = await world.get(world.as('town-kouzhen'), POST, inputOf(made.id));
  expect(posted).toMatchObject({ type: 'posting', days: 7, counted: 'workdays', lineCount: 2, total: '200.00' });
  expect(posted.title).toContain('口镇2018年');
  expect(posted.body).toContain('口政发〔2018〕9号（拟）');
  const shown = posted.lines.edges.map(({ node }: { node: { shownName: string } }) => node.shownName);
  expect(shown.every((name: string) => /^.\*+$/.test(name))).toBe(true);
  const list = `query($region: ID) { fundNotices(regionId: $region) { edges { node { id lines { edges { node { line shownName amount } } } } } } }`;
  const seen = (await world.get(nobody(), list, { region: steps.kouzhen() })).fundNotices.edges;
  const mine = seen.find(({ node }: { node: { id: string } }) => node.id === posted.id).node;
  expect(mine.lines.edges.map(({ node }: { node: { amount: string } }) => node.amount).sort()).toEqual([
    '120.50',
    '79.50',
  ]);
  const beyond = (await world.get(nobody(), list, { region: world.regionId('371203') })).fundNotices.edges;
  expect(beyond.map(({ node }: { node: { id: string } }) => node.id)).not.toContain(posted.id);
  expect((await world.ask(world.as('town-kouzhen'), POST, inputOf(made.id))).codes).toEqual(['NOTICE_POSTED']);
  expect((await world.ask(world.as('town-kouzhen'), POST, inputOf(made.id, 'announcement'))).codes).toEqual([
    'NOTICE_TOO_EARLY',
  ]);
  await daysPass(world.sql, posted.id);
  const after = (await world.get(nobody(), list)).fundNotices.edges;
  expect(after.map(({ node }: { node: { id: string } }) => node.id)).not.toContain(posted.id);
  const all = `query($id: [_Any!]!) { _entities(representations: $id) { ... on Region { fundNotices { edges { node { id lines { edges { node { line } } } } } } } } }`;
  const office = await world.get(world.as('town-kouzhen'), all, {
    id: [{ __typename: 'Region', id: steps.kouzhen() }],
  });
  const over = office._entities[0].fundNotices.edges.find(
    ({ node }: { node: { id: string } }) => node.id === posted.id,
  );
  expect(over.node.lines.edges).toHaveLength(2);
});

test('salts and names stay with those who have the line; a hidden batch is as one that is not there', async () => {
  const { rows } = await world.sql.query('select id from funds.disbursement where region_id <> $1 limit 1', [
    steps.kouzhen(),
  ]);
  const town = world.as('town-kouzhen');
  expect((await world.ask(town, POST, inputOf(rows[0].id))).codes).toEqual(['NOT_FOUND']);
  expect((await world.ask(town, POST, inputOf('01890000-0000-7000-8000-000000000009'))).codes).toEqual(['NOT_FOUND']);
  expect((await world.ask(world.as('auditor'), POST, inputOf(rows[0].id))).codes).toEqual(['FORBIDDEN']);
  const salts = world.inRole('public', nobody(), (client) => client.query('select salt from funds.notice_line'));
  expect(await constraintOf(salts)).toBe('42501');
  const direct = world.inRole('region', town, (client) =>
    client.query(`insert into funds.public_notice (id) values (gen_random_uuid())`),
  );
  expect(await constraintOf(direct)).toBe('42501');
});

test('an objection to a line stops that line; one to the whole stops all; another person answers', async () => {
  const made = await steps.apply(['10.00', '20.00']);
  const town = world.as('town-kouzhen');
  const { postFundNotice: posted } = await world.get(town, POST, inputOf(made.id));
  const { rows: lines } = await world.sql.query(
    'select line, line_id from funds.notice_line where notice_id = $1 order by line',
    [posted.id],
  );
  const [first, second] = lines.map(({ line_id }) => line_id as string);
  const stops = (line: string | null) => asked(`funds.notice_stops('disbursement', $1, $2)`, [made.id, line]);
  const cleared = (days: number) =>
    asked(`funds.notice_cleared('disbursement', $1, funds.today() + $2::int)`, [made.id, days]);
  expect([await cleared(7), await cleared(30), await stops(null)]).toEqual([false, true, false]);
  const citizen = world.as('citizen');
  const raised = { id: posted.id, line: 1, content: '该户有商品房' };
  expect((await world.ask(citizen, OBJECT, { ...raised, content: '电话13812345678' })).codes).toEqual([
    'PERSONAL_NUMBER_IN_NOTICE',
  ]);
  expect((await world.ask(citizen, OBJECT, { ...raised, line: 9 })).codes).toEqual(['NOTICE_OVER']);
  const { objectToFundNotice: objection } = await world.get(citizen, OBJECT, raised);
  expect([await stops(first as string), await stops(second as string), await stops(null)]).toEqual([true, false, true]);
  expect(await cleared(30)).toBe(true);
  expect((await world.ask(town, ANSWER, { id: objection.id, upheld: false })).codes).toEqual([
    'FUND_OBJECTION_FOUR_EYES',
  ]);
  const plain = world.inRole('region', town, (client) =>
    client.query(
      `update funds.notice_objection set answer = '不成立', upheld = false, answered_by = $2, answered_at = now() where id = $1`,
      [objection.id, town.personId],
    ),
  );
  expect(await constraintOf(plain)).toBe('notice_objection_four_eyes');
  const district = world.as('district-laicheng');
  const answered = await world.get(district, ANSWER, { id: objection.id, upheld: false });
  expect(answered.answerFundObjection).toMatchObject({ upheld: false, answeredBy: { id: district.personId } });
  expect((await world.ask(district, ANSWER, { id: objection.id, upheld: true })).codes).toEqual([
    'FUND_OBJECTION_ANSWERED',
  ]);
  expect(await stops(null)).toBe(false);
  const { objectToFundNotice: whole } = await world.get(citizen, OBJECT, { ...raised, line: null });
  expect([await cleared(30), await stops(second as string)]).toEqual([false, true]);
  await world.get(district, ANSWER, { id: whole.id, upheld: true });
  expect(await cleared(30)).toBe(false);
  const own = 'query($id: ID!) { myFundObjection(id: $id) { content answer } }';
  expect((await world.get(citizen, own, { id: whole.id })).myFundObjection.answer).toBe('经入户核实');
  expect((await world.get(world.as('helper-kouzhen'), own, { id: whole.id })).myFundObjection).toBeNull();
  await daysPass(world.sql, posted.id);
  expect((await world.ask(citizen, OBJECT, raised)).codes).toEqual(['NOTICE_OVER']);
});

test('a household proves its own line without seeing another; a changed amount proves nothing', async () => {
  const made = await steps.apply(['31.00', '32.00', '33.00', '34.00', '35.00']);
  const { postFundNotice: posted } = await world.get(world.as('town-kouzhen'), POST, inputOf(made.id));
  const household = made && steps.townHouseholds()[2];
  const ask = `query($id: [_Any!]!) { _entities(representations: $id) { ... on Household { noticeLines { line notice { id root } proof { noticeId line village name amount salt leaf path { side hash } root } } } } }`;
  const of = { id: [{ __typename: 'Household', id: household?.id }] };
  const found = (await world.get(world.as('town-kouzhen'), ask, of))._entities[0].noticeLines[0];
  const { path, salt, ...facts } = found.proof;
  expect(path.length).toBeGreaterThan(0);
  const leaf = (amount: bigint) => noticeLeaf({ ...facts, amount }, salt);
  expect(rootFrom(leaf(3300n), path)).toBe(posted.root);
  expect(found.notice.root).toBe(posted.root);
  expect(rootFrom(leaf(3400n), path)).not.toBe(posted.root);
  expect(posted.lines.edges.map(({ node }: { node: { leaf: string } }) => node.leaf)).toContain(leaf(3300n));
  const helper = world.as('helper-kouzhen');
  const lines = (await world.get(helper, ask, of))._entities[0].noticeLines as { notice: { id: string } }[];
  expect(lines.some(({ notice }) => notice.id === posted.id)).toBe(
    helper.pairedHouseholds.includes(household?.id ?? ''),
  );
  const other = world.city.households.find(({ id }) => !helper.pairedHouseholds.includes(id));
  const foreign = { id: [{ __typename: 'Household', id: other?.id }] };
  expect((await world.get(helper, ask, foreign))._entities[0].noticeLines).toEqual([]);
});

test('a notice is withdrawn with its reason, and then posted anew', async () => {
  const made = await steps.apply(['5.00']);
  const town = world.as('town-kouzhen');
  const { postFundNotice: posted } = await world.get(town, POST, inputOf(made.id));
  const withdraw = 'mutation($id: ID!) { withdrawFundNotice(id: $id, reason: "名单有误") { state withdrawalReason } }';
  expect((await world.get(town, withdraw, { id: posted.id })).withdrawFundNotice.state).toBe('withdrawn');
  expect((await world.ask(town, withdraw, { id: posted.id })).codes).toEqual(['NOTICE_WITHDRAWN']);
  expect(
    (await world.get(nobody(), 'query($id: ID!) { fundNotice(id: $id) { id } }', { id: posted.id })).fundNotice,
  ).toBeNull();
  expect((await world.get(town, POST, inputOf(made.id))).postFundNotice.id).not.toBe(posted.id);
});
