// A batch is ordered and paid while processes are killed outright (R1), and a key means one effect whoever repeats it (R4): nothing is lost, nothing is paid twice.
import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { Client } from 'pg';
import { projectRoot } from '#platform/process/project-root';
import { prepareBatch } from '../../bench/payments/prepare-batch';
import { checkLedger } from '../../services/funds/ledger/check-ledger';
import { GraphClient } from '../harness/client';
import { migratorUrl, theCluster } from '../harness/cluster';
import { childrenOf } from './children-of';

/** The whole of it by `npm run check:killed`: ten cycles of two thousand payees. */
const CYCLES = Number(process.env.KILL_CYCLES ?? 2);
const PAYEES = Number(process.env.KILL_PAYEES ?? 60);
const WITHIN_MS = 60_000;
const FEN = 10_000n;

// Signals reach the processes by numbers that only Linux lists.
const onLinux = process.platform === 'linux' ? describe : describe.skip;

let served: ChildProcess;
let sql: Client;
let url: string;
let finance: GraphClient;

beforeAll(async () => {
  served = spawn(process.execPath, [join(projectRoot, 'dist/test/single-mode/served-services.js'), '1'], {
    cwd: projectRoot,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const [line] = (await once(served.stdout as Readable, 'data')) as [Buffer];
  const told = JSON.parse(line.toString()) as { url: string; database: string };
  url = told.url;
  sql = new Client({ connectionString: migratorUrl(theCluster(), told.database) });
  await sql.connect();
  finance = await GraphClient.signIn(url, 'city-finance');
}, 120_000);

afterAll(async () => {
  await sql?.end();
  served?.stdin?.end();
  if (served) await once(served, 'exit');
}, 60_000);

const ORDER = 'mutation($id: ID!, $key: String!) { issuePaymentOrder(id: $id, idempotencyKey: $key) { id state } }';
const PAY = 'mutation($id: ID!, $key: String!) { payDisbursement(id: $id, idempotencyKey: $key) { id state } }';
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** As every client does: what was cut off is asked again under the same key until it is answered. */
async function untilTold(query: string, id: string, key: string): Promise<{ state: string; tries: number }> {
  for (let tries = 1; ; tries++) {
    const { data, errors } = await finance
      .ask(query, { id, key })
      .catch(() => ({ data: null, errors: [{ extensions: { code: 'UNAVAILABLE' } }] }));
    const code = errors[0]?.extensions.code;
    const told = data && Object.values(data as Record<string, { state: string } | null>)[0];
    if (told) return { state: told.state, tries };
    if (code && !['UNAVAILABLE', 'TIMEOUT', 'UNAUTHENTICATED'].includes(code)) throw new Error(code);
    await pause(100);
  }
}

/** What of a batch is lost or double, by the books; an empty list when all is well. */
async function wrongOf(id: string): Promise<string[]> {
  const { rows } = await sql.query(
    `select (select count(*) from funds.disbursement_line l where l.disbursement_id = $1 and l.state = 'paid')::int as paid,
       (select count(*) from funds.journal j where j.disbursement_id = $1 and j.kind = 'pay')::int as journals,
       (select coalesce(sum(p.amount), 0) from funds.journal j join funds.posting p on p.journal_id = j.id and p.account = 'paid' where j.disbursement_id = $1)::text as fen,
       (select count(*) from funds.payment_order o where o.disbursement_id = $1)::int as orders`,
    [id],
  );
  const { paid, journals, fen, orders } = rows[0];
  return [
    ...(paid === PAYEES ? [] : [`${paid} of ${PAYEES} lines`]),
    ...(journals === 1 ? [] : [`${journals} payments`]),
    ...(BigInt(fen) === BigInt(PAYEES) * FEN ? [] : [`${fen} fen`]),
    ...(orders === 1 ? [] : [`${orders} orders`]),
  ];
}

/** Every process that serves: those that the services were started as, and their workers. */
const processes = (parent = served.pid as number): { pid: number; command: string }[] =>
  childrenOf(parent).flatMap((child) => [child, ...processes(child.pid)]);

onLinux('killed outright', () => {
  test('fifty at once under one key have one effect and one answer; another amount, and another user, have their own', async () => {
    const officer = await GraphClient.signIn(url, 'city-officer');
    const other = await GraphClient.signIn(url, 'city-director');
    const regionId = (await finance.get('{ me { region { id } } }')).me.region.id;
    const DRAFT =
      'mutation($input: DraftAllotmentInput!, $key: String!) { draftAllotment(input: $input, idempotencyKey: $key) { id } }';
    const key = `same-key-${randomUUID()}`;
    const input = (amount: string) => ({
      ...{ number: `莱财农指〔2018〕${key.slice(-12)}号`, issuedOn: '2018-11-20', sourceLevel: 'city' },
      ...{ purpose: 'industry-support', lines: [{ regionId, amount }] },
    });
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => officer.ask(DRAFT, { input: input('1.00'), key })),
    );
    const told = answers.map(({ data, errors }) => data?.draftAllotment?.id ?? errors[0]?.extensions.code);
    const ids = new Set(told.filter((each) => each !== 'UNAVAILABLE' && each !== 'OVERLOADED'));
    expect(ids.size).toBe(1);
    const made = async () =>
      (await sql.query('select count(*)::int as n from funds.allotment where number = $1', [input('1.00').number]))
        .rows[0].n;
    expect(await made()).toBe(1);
    expect(await officer.refused(DRAFT, { input: input('2.00'), key })).toBe('IDEMPOTENCY_KEY_REUSED');
    // Of another user the key is another one: nothing of the first answer is told, and what he asks is done or refused on its own.
    const theirs = await other.ask(DRAFT, { input: input('1.00'), key });
    expect(theirs.data?.draftAllotment ?? null).toBeNull();
    expect(await made()).toBe(1);
  }, 60_000);

  test(`${CYCLES} batches of ${PAYEES} payees are paid once each, whichever process is killed meanwhile`, async () => {
    for (let cycle = 0; cycle < CYCLES; cycle++) {
      const { id } = await prepareBatch(sql, PAYEES);
      const [orderKey, payKey] = [randomUUID(), randomUUID()];
      // Funds and the gateway, which are in the middle of it, and in turn each of the others.
      const all = processes().filter(({ command }) => /main\.js/.test(command));
      const prey =
        all[cycle % 2 === 0 ? all.findIndex(({ command }) => command.includes('/funds/')) : cycle % all.length];
      const begun = performance.now();
      const told = (async () => {
        await untilTold(ORDER, id, orderKey);
        return untilTold(PAY, id, payKey);
      })();
      await pause(20 + ((cycle * 37) % 200));
      process.kill(prey?.pid as number, 'SIGKILL');
      expect((await told).state).toBe('paid');
      expect(performance.now() - begun).toBeLessThan(WITHIN_MS);
      expect(await wrongOf(id)).toEqual([]);
      // After the restart too the key tells what it did, and does it no more.
      expect((await untilTold(PAY, id, payKey)).state).toBe('paid');
      expect(await wrongOf(id)).toEqual([]);
    }
    expect(await checkLedger(sql)).toEqual([]);
  }, 1_200_000);

  test('the control: a line that was lost and a payment that was made twice are both told', async () => {
    const { id } = await prepareBatch(sql, PAYEES);
    await untilTold(ORDER, id, randomUUID());
    expect(await wrongOf(id)).toContain('0 payments');
    await untilTold(PAY, id, randomUUID());
    await sql.query('begin');
    await sql.query(
      `insert into funds.journal (id, kind, value_date, document, posted_by, region_id, path, disbursement_id)
       select gen_random_uuid(), kind, value_date, document, posted_by, region_id, path, disbursement_id from funds.journal where disbursement_id = $1 and kind = 'pay'`,
      [id],
    );
    expect(await wrongOf(id)).toEqual(['2 payments']);
    await sql.query('rollback');
  }, 120_000);
});
