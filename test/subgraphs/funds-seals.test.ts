// Daily seals: what is over is sealed once, in a chain; flip, delete, reorder or slip in any row, and the verifier that runs by itself names it.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '#platform/process/project-root';
import { anonymousCaller, type Caller } from '#platform/vocabulary/caller';
import { sealDays } from '../../services/funds/seal/seal-days';
import { clearingSteps } from './clearing-steps';
import { constraintOf } from './funds-direct';
import { type Steps, stepsOf } from './funds-steps';
import { POST } from './notice-steps';
import { type FundsOnly, openFunds } from './open-funds';

interface Exported {
  stream: string;
  seals: { number: number; day: string; hash: string; count: number }[];
  rows: { seal: number; ordinal: number; id: string; leaf: string; link: string; content: unknown[] | null }[];
}

let world: FundsOnly;
let steps: Steps;
let folder: string;
beforeAll(async () => {
  world = await openFunds({ households: 120, people: 200 });
  steps = stepsOf(world);
  folder = mkdtempSync(join(tmpdir(), 'seals-'));
}, 120_000);
afterAll(async () => {
  await world?.close();
  rmSync(folder, { recursive: true, force: true });
});

const REQUEST = 'mutation($stream: SealStream!) { requestSealFile(stream: $stream) { url } }';

async function exported(caller: Caller, stream: string): Promise<Exported> {
  const { requestSealFile } = await world.get(caller, REQUEST, { stream });
  const ticket = String(requestSealFile.url).split('/').at(-1) as string;
  const { status, body } = await world.subgraph.file({ ticket, method: 'GET' }, caller);
  expect(status).toBe(200);
  const pieces: Buffer[] = [];
  for await (const piece of body as AsyncIterable<Buffer>) pieces.push(piece);
  return JSON.parse(Buffer.concat(pieces).toString('utf8'));
}

function verify(told: unknown, ...more: string[]): { code: number | null; out: string } {
  const file = join(folder, 'file.json');
  writeFileSync(file, JSON.stringify(told));
  const run = spawnSync(process.execPath, [join(projectRoot, 'services/funds/seal/verify-seal.mjs'), file, ...more], {
    encoding: 'utf8',
  });
  return { code: run.status, out: run.stdout + run.stderr };
}

const changed = (told: Exported, change: (copy: Exported) => void): Exported => {
  const copy = structuredClone(told);
  change(copy);
  return copy;
};

test('the loaded year is sealed day by day, and holds against its published last seal', async () => {
  const auditor = world.as('auditor');
  const told = await exported(auditor, 'ledger');
  expect(told.seals.length).toBeGreaterThan(10);
  expect(told.rows.length).toBe(told.seals.reduce((sum, { count }) => sum + count, 0));
  const list = '{ dailySeals(stream: ledger, first: 1) { edges { node { number hash count } } } }';
  const published = (await world.get(anonymousCaller('seal-test'), list)).dailySeals.edges[0].node;
  expect(verify(told, '--published', published.hash)).toMatchObject({ code: 0 });
  expect(verify(told, '--published', '0'.repeat(64))).toMatchObject({ code: 1 });
  expect(verify({ seals: 1 }).code).not.toBe(0);
  expect((await world.ask(world.as('town-kouzhen'), REQUEST, { stream: 'ledger' })).codes).toEqual(['FORBIDDEN']);
  expect((await world.ask(auditor, REQUEST, { stream: 'audit' })).codes).toEqual(['SEAL_STREAM_REFUSED']);
});

test('whatever is done to a row is named by its place and id', async () => {
  const told = await exported(world.as('auditor'), 'ledger');
  const places = [0, 1, Math.floor(told.rows.length / 2), told.rows.length - 1];
  for (const at of places) {
    const { id } = told.rows[at] as Exported['rows'][number];
    const flipped = verify(changed(told, ({ rows }) => void rows[at]?.content?.splice(4, 1, '另一文号')));
    expect(flipped).toMatchObject({ code: 1, out: expect.stringContaining(`(${id}) 被改动`) });
    const gone = verify(changed(told, ({ rows }) => void rows.splice(at, 1)));
    expect(gone.code).toBe(1);
    const next = told.rows[at + 1];
    expect(gone.out).toContain(next && next.seal === told.rows[at]?.seal ? `(${next.id})` : `#${told.rows[at]?.seal} `);
    const emptied = verify(changed(told, ({ rows }) => void Object.assign(rows[at] ?? {}, { content: null })));
    expect(emptied.out).toContain(`(${id}) 已被删除`);
  }
  const pair = told.rows.findIndex(({ seal }, at) => told.rows[at + 1]?.seal === seal);
  const swapped = changed(told, ({ rows }) => {
    rows.splice(pair, 2, ...rows.slice(pair, pair + 2).reverse());
  });
  expect(verify(swapped).out).toContain(`(${told.rows[pair + 1]?.id})`);
  // Moved together with their numbers, the chain still does not fit.
  const renumbered = changed(swapped, ({ rows }) => {
    for (const [place, at] of [pair, pair + 1].entries())
      (rows[at] as { ordinal: number }).ordinal = (told.rows[pair]?.ordinal ?? 0) + place;
  });
  expect(verify(renumbered).out).toContain(`(${told.rows[pair + 1]?.id}) 与前一行接不上`);
  const seal = verify(changed(told, ({ seals }) => void Object.assign(seals[3] ?? {}, { day: '2018-12-31' })));
  expect(seal.out).toContain('本身被改动');
  expect(verify(changed(told, ({ seals }) => void seals.splice(2, 1))).code).toBe(1);
});

test('claim journals are sealed as the ledger is: a flipped, deleted or moved one is named', async () => {
  const { settled } = clearingSteps(world);
  const clerk = world.as('hospital-window');
  for (let made = 0; made < 4; made++) await settled(clerk);
  await world.sql.query(`set session_replication_role = 'replica'`);
  await world.sql.query(`update funds.claim_journal set booked_at = booked_at - interval '1 day'`);
  await world.sql.query('reset session_replication_role');
  expect(await sealDays(async (sql, values = []) => (await world.owner.query(sql, [...values])).rows)).toBeGreaterThan(
    0,
  );
  const told = await exported(world.as('auditor'), 'claims');
  const [, second, third] = told.rows as [unknown, Exported['rows'][number], Exported['rows'][number]];
  expect(verify(told)).toMatchObject({ code: 0 });
  expect(JSON.stringify(second.content)).toContain('"owed"');
  const flip = ({ rows }: Exported) => void rows[1]?.content?.splice(8, 1, second.id);
  expect(verify(changed(told, flip)).out).toContain(`(${second.id}) 被改动`);
  const emptied = verify(changed(told, ({ rows }) => void Object.assign(rows[1] ?? {}, { content: null })));
  expect(emptied.out).toContain(`(${second.id}) 已被删除`);
  expect(verify(changed(told, ({ rows }) => void rows.splice(1, 1))).out).toContain(`(${third.id})`);
  expect(verify(changed(told, ({ rows }) => void rows.splice(1, 2, third, second))).out).toContain(`(${third.id})`);
  const alter = async (factor: number) => {
    await world.sql.query(`set session_replication_role = 'replica'`);
    const turn = 'update funds.claim_posting set amount = amount * $2 where journal_id = $1';
    await world.sql.query(turn, [second.id, factor]);
    await world.sql.query('reset session_replication_role');
  };
  await alter(-1);
  expect(verify(await exported(world.as('auditor'), 'claims')).out).toContain(`(${second.id}) 被改动`);
  await alter(-1);
  expect((await world.ask(world.as('town-kouzhen'), REQUEST, { stream: 'claims' })).codes).toEqual(['FORBIDDEN']);
});

test('what the owner changes behind the graph shows in the file; a late row gets a seal of its own', async () => {
  const auditor = world.as('auditor');
  const told = await exported(auditor, 'ledger');
  const victim = told.rows[5]?.id as string;
  const quietly = async (sql: string, values: unknown[]) => {
    await world.sql.query(`set session_replication_role = 'replica'`);
    await world.sql.query(sql, values);
    await world.sql.query('reset session_replication_role');
  };
  await quietly('update funds.posting set amount = amount * 2 where journal_id = $1', [victim]);
  expect(verify(await exported(auditor, 'ledger')).out).toContain(`(${victim}) 被改动`);
  await quietly('update funds.posting set amount = amount / 2 where journal_id = $1', [victim]);
  expect(verify(await exported(auditor, 'ledger')).code).toBe(0);
  expect(await constraintOf(world.owner.query(`update funds.seal set root = root`))).toBe('nothing was refused');
  expect(await constraintOf(world.owner.query(`update funds.seal set count = count + 1`))).toBe(
    'funds_seal_append_only',
  );
  expect(await constraintOf(world.owner.query(`delete from funds.sealed_row`))).toBe('funds_sealed_row_append_only');
});

test('today is not sealed; once it is over it is, by two at once a single time, with the notice that was posted', async () => {
  const query = async <T>(sql: string, values: readonly unknown[] = []) =>
    (await world.owner.query(sql, [...values])).rows as T[];
  expect(await sealDays(query)).toBe(0);
  const made = await steps.apply(['12.00', '13.00', '14.00']);
  const { postFundNotice: posted } = await world.get(world.as('town-kouzhen'), POST, {
    input: { type: 'posting', subjectKind: 'disbursement', subjectId: made.id },
  });
  expect(await sealDays(query)).toBe(0);
  await world.sql.query(`set session_replication_role = 'replica'`);
  await world.sql.query(`update funds.public_notice set posted_at = posted_at - interval '1 day' where id = $1`, [
    posted.id,
  ]);
  await world.sql.query(
    `update funds.journal set booked_at = booked_at - interval '1 day' where disbursement_id = $1`,
    [made.id],
  );
  await world.sql.query(`update funds.audit set at = at - interval '1 day'`);
  await world.sql.query('reset session_replication_role');
  const other = async <T>(sql: string, values: readonly unknown[] = []) =>
    (await world.sql.query(sql, [...values])).rows as T[];
  const both = await Promise.all([sealDays(query), sealDays(other)]);
  expect(both[0] + both[1]).toBe(3);
  const shown =
    'query($id: ID!) { fundNotice(id: $id) { root seal { number hash } lines { edges { node { line leaf } } } } }';
  const answer = await world.get(anonymousCaller('seal-test'), shown, { id: posted.id });
  const notices = await exported(world.as('city-director'), 'notices');
  expect(verify(notices, '--published', answer.fundNotice.seal.hash).code).toBe(0);
  expect(JSON.stringify(notices.rows.at(-1)?.content)).toContain(answer.fundNotice.root);
  // The list as anybody fetches it, and one line as its household keeps it, are checked by the same file.
  expect(verify({ data: answer }, '--published', answer.fundNotice.root).code).toBe(0);
  const less = structuredClone(answer);
  less.fundNotice.lines.edges.splice(1, 1);
  expect(verify({ data: less }).out).toContain('第 2 行');
  const ask = `query($id: [_Any!]!) { _entities(representations: $id) { ... on Household { noticeLines { notice { id } proof { noticeId line village name amount salt leaf path { side hash } root } } } } }`;
  const of = { id: [{ __typename: 'Household', id: steps.townHouseholds()[1]?.id }] };
  const lines = (await world.get(world.as('town-kouzhen'), ask, of))._entities[0].noticeLines;
  const { proof } = lines.find(({ notice }: { notice: { id: string } }) => notice.id === posted.id);
  expect(verify(proof, '--published', posted.root)).toMatchObject({ code: 0 });
  expect(verify({ ...proof, amount: '99.00' }).out).toContain('该行内容与叶不符');
  const foreign = { ...proof, path: [] };
  expect(verify(foreign).out).toContain('不在所公布的名单内');
});
