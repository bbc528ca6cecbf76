// What the demo city shows of clearing: three months in three states, what is owed by age and by side, and the papers that may be asked for.
import { randomUUID } from 'node:crypto';
import { Workbook } from 'exceljs';
import type { Caller } from '#platform/vocabulary/caller';
import { checkLedger } from '../../services/funds/ledger/check-ledger';
import { type FundsOnly, openFunds } from './open-funds';

let world: FundsOnly;
beforeAll(async () => {
  world = await openFunds({ households: 120, people: 200 });
}, 120_000);
afterAll(() => world?.close());

const fen = (yuan: string) => BigInt(yuan.replace('.', ''));
const AGEING = `query($on: CalendarDay, $first: Int, $after: String) { claimAgeing(on: $on, first: $first, after: $after) { pageInfo { hasNextPage endCursor }
  edges { node { on owed unclaimed deducted deposit prepaid paid oldestOn hospital { id } payer { id } bands { fromDays toDays amount } } } } }`;
interface Aged {
  owed: string;
  unclaimed: string;
  deducted: string;
  deposit: string;
  paid: string;
  oldestOn: string | null;
  hospital: { id: string };
  payer: { id: string };
  bands: { fromDays: number; toDays: number | null; amount: string }[];
}
const aged = async (who: Caller, on: string | null = null): Promise<Aged[]> =>
  (await world.get(who, AGEING, { on })).claimAgeing.edges.map(({ node }: { node: Aged }) => node);

test('the demo city’s books hold with its clearings', async () => {
  expect(await checkLedger(world.sql)).toEqual([]);
});

test('insurer and hospital see three months, and each what waits for it', async () => {
  const list = `{ clearings { edges { node { id period state } } } fundsTodo { edges { node { kind dueOn } } } }`;
  const seen = async (who: Caller) => {
    const { clearings, fundsTodo } = await world.get(who, list);
    return {
      states: clearings.edges
        .map(({ node }: { node: { period: string; state: string } }) => `${node.period} ${node.state}`)
        .sort(),
      kinds: fundsTodo.edges.map(({ node }: { node: { kind: string } }) => node.kind),
    };
  };
  const states = ['2018-04 paid', '2018-05 disputed', '2018-06 claimed'];
  expect(await seen(world.as('hospital-window'))).toMatchObject({ states });
  const clerk = await seen(world.as('insurer-clerk'));
  expect(clerk.states).toEqual(states);
  expect(clerk.kinds).toContain('review-clearing');
  // who deducted does not decide
  expect(clerk.kinds).not.toContain('decide-deduction');
  expect((await seen(world.as('insurer-checker'))).kinds).toContain('decide-deduction');
  expect((await seen({ ...world.as('insurer-clerk'), unitId: randomUUID() })).states).toEqual([]);
});

test('what is owed is told by age on any day, from the journal: bands sum to what is owed', async () => {
  const clerk = world.as('insurer-clerk');
  const [own, ...others] = await aged(clerk, '2018-07-10');
  expect(others).toEqual([]);
  expect(own?.payer.id).toBe(clerk.unitId);
  expect(own?.bands.map(({ fromDays, toDays }) => [fromDays, toDays])).toEqual([
    [0, 30],
    [31, 90],
    [91, 180],
    [181, null],
  ]);
  const sum = (told: Aged | undefined) => told?.bands.reduce((all, { amount }) => all + fen(amount), 0n);
  expect(sum(own)).toBe(fen(own?.owed ?? '0.00'));
  expect(own).toMatchObject({ deducted: '120.00', oldestOn: '2018-05-02', unclaimed: '0.00' });
  // before anything was paid the oldest is April's; a year later all of it is old
  const [before] = await aged(clerk, '2018-05-10');
  expect(before).toMatchObject({ oldestOn: '2018-04-13', paid: '0.00', deducted: '0.00' });
  const [after] = await aged(clerk, '2019-07-10');
  expect(after?.bands.map(({ amount }) => amount).slice(0, 3)).toEqual(['0.00', '0.00', '0.00']);
  expect(after?.bands[3]?.amount).toBe(own?.owed);
});

test('a hospital sees its payers, the city’s finance and the auditor all pairs page by page, a town none', async () => {
  const hospital = world.as('hospital-window');
  const of = await aged(hospital);
  expect(of.length).toBeGreaterThan(1);
  expect(new Set(of.map((each) => each.hospital.id))).toEqual(new Set([hospital.unitId]));
  expect(await aged({ ...hospital, unitId: randomUUID() })).toEqual([]);
  for (const who of ['city-finance', 'auditor']) expect(await aged(world.as(who))).toEqual(of);
  const walked: Aged[] = [];
  for (let after: string | null = null; ; ) {
    const {
      claimAgeing,
    }: { claimAgeing: { edges: { node: Aged }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } } =
      await world.get(world.as('city-finance'), AGEING, { first: 1, after });
    walked.push(...claimAgeing.edges.map(({ node }) => node));
    if (!claimAgeing.pageInfo.hasNextPage) break;
    after = claimAgeing.pageInfo.endCursor;
  }
  expect(walked).toEqual(of);
  expect((await world.ask(world.as('town-kouzhen'), AGEING)).codes).toEqual(['FORBIDDEN']);
  expect((await world.ask(hospital, AGEING, { on: '2010-01-01' })).codes).toEqual(['CLEARING_NO_PACK']);
});

test('claims and their age go out as workbooks: of the own side alone, watermarked, and not to a town', async () => {
  const ask =
    'mutation($list: ClaimList!, $format: TableFormat!) { requestClaimList(list: $list, format: $format, purpose: "与医院对账") { url } }';
  const told = async (who: Caller, list: string, format: string) => {
    const { requestClaimList } = await world.get(who, ask, { list, format });
    const ticket = String(requestClaimList.url).split('/').at(-1) as string;
    const { status, body } = await world.subgraph.file({ ticket, method: 'GET' }, who);
    expect(status).toBe(200);
    const pieces: Uint8Array[] = [];
    for await (const piece of body as AsyncIterable<Uint8Array>) pieces.push(piece);
    return Buffer.concat(pieces);
  };
  const rowsOf = async (bytes: Buffer) => {
    const book = new Workbook();
    await book.xlsx.load(bytes as never);
    const rows: string[][] = [];
    book.worksheets[0]?.eachRow((row) => rows.push((row.values as unknown[]).slice(1).map(String)));
    return rows;
  };
  const clerk = world.as('insurer-clerk');
  const [[banner = ''] = [], heading = [], ...claims] = await rowsOf(await told(clerk, 'clearings', 'xlsx'));
  expect(banner).toContain('用途：与医院对账');
  expect(claims.map((row) => `${row[0]} ${row[4]}`).sort()).toEqual([
    '2018-04 已拨付',
    '2018-05 有异议',
    '2018-06 已申报',
  ]);
  expect(claims.every((row) => row.length <= heading.length)).toBe(true);
  const [, bands = [], ...ages] = await rowsOf(await told(world.as('city-finance'), 'ageing', 'xlsx'));
  const owed = (await aged(world.as('city-finance'))).map((each) => each.owed);
  expect(bands).toEqual(expect.arrayContaining(['0 至 30 天（元）', '181 天以上（元）']));
  expect(ages.map((row) => row[3])).toEqual(owed);
  expect((await told(clerk, 'clearings', 'page')).toString('utf8')).toContain('医疗费用清算单清单');
  const elsewhere = { ...clerk, unitId: randomUUID() };
  expect((await rowsOf(await told(elsewhere, 'clearings', 'xlsx'))).slice(2)).toEqual([]);
  const refused = await world.ask(world.as('town-kouzhen'), ask, { list: 'ageing', format: 'xlsx' });
  expect(refused.codes).toEqual(['FORBIDDEN']);
});
