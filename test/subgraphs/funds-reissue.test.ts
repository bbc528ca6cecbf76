// What came back is issued again: applied for anew, paid, and complete; once only, never what was recovered, and never more than came back.
import type { Client } from 'pg';
import { checkLedger } from '../../services/funds/ledger/check-ledger';
import { constraintOf } from './funds-direct';
import { APPLY } from './funds-steps';
import { type FundsOnly, openFunds } from './open-funds';
import { projectSteps } from './project-steps';
import { INSERT, type LineTold, reissueSteps, untilWaits } from './reissue-steps';

let world: FundsOnly;
let steps: ReturnType<typeof reissueSteps>;
beforeAll(async () => {
  world = await openFunds({ households: 120, people: 200 });
  steps = reissueSteps(world);
}, 120_000);
afterAll(() => world?.close());

const REVERSE =
  'mutation($id: ID!, $key: String!) { reverseJournal(id: $id, reason: "误记退回", idempotencyKey: $key) { kind } }';
const reissuedOf = async (id: string) => (await steps.linesOf(id)).map(({ reissued }) => reissued);

test('from a return to the new card: the same lot, use and project, paid anew, and complete again after each return', async () => {
  const budget = { budgetSpecial: '300.00', budgetIntegrated: '0.00', budgetOwn: '0.00' };
  const projectId = await projectSteps(world).upTo('in-plan', budget);
  const input = { ...(await steps.application(['80.00', '20.00'])), projectId, use: '种苗补助' };
  const first = (await world.get(steps.town, APPLY, { input, key: steps.key() })).applyDisbursement.id;
  await steps.pay(first);
  expect(await steps.read(first)).toMatchObject({ complete: true, reissues: [], reissueOf: null });
  const [line] = (await steps.linesOf(first)) as [LineTold];
  await steps.back(line, '30.00');
  expect(await steps.read(first)).toMatchObject({ state: 'partReturned', complete: false });
  expect(await steps.waits()).toContain(first);

  world.register.cards.set(line.household.id, '6222020000000004321');
  const once = steps.key();
  const made = await steps.reissue(first, { once });
  expect(made).toMatchObject({
    codes: [],
    data: { reissueReturned: { state: 'applied', total: '30.00', lineCount: 1 } },
  });
  const second = made.data.reissueReturned.id as string;
  expect((await steps.reissue(first, { once })).data.reissueReturned.id).toBe(second);
  expect((await steps.reissue(first, { once, lines: [line.id] })).codes).toEqual(['IDEMPOTENCY_KEY_REUSED']);
  expect((await steps.reissue(first)).codes).toEqual(['NOTHING_TO_REISSUE']);
  const old = await steps.read(first);
  expect(old).toMatchObject({ complete: false, reissues: [{ id: second }] });
  expect(await reissuedOf(first)).toEqual(['30.00', '0.00']);
  expect(await steps.waits()).not.toContain(first);
  const again = await steps.read(second);
  const { lot, purpose, project } = old;
  expect(again).toMatchObject({ lot, purpose, project, use: '种苗补助', reissueOf: { id: first }, complete: false });
  expect(again).toMatchObject({ project: { id: projectId }, documentNumber: '口政发〔2018〕40号（拟）' });
  expect(line.card).toBe('**** 0000');
  expect((await steps.linesOf(second))[0]).toMatchObject({ card: '**** 4321', household: line.household });

  await steps.pay(second);
  expect([(await steps.read(first)).complete, (await steps.read(second)).complete]).toEqual([true, true]);
  await steps.back((await steps.linesOf(second))[0] as LineTold);
  expect([(await steps.read(first)).complete, (await steps.read(second)).complete]).toEqual([false, false]);
  expect((await steps.reissue(first)).codes).toEqual(['NOTHING_TO_REISSUE']);
  await steps.pay(await steps.reissued(second));
  expect([(await steps.read(first)).complete, (await steps.read(second)).complete]).toEqual([true, true]);
  expect(await checkLedger(world.sql)).toEqual([]);
}, 60_000);

test('two at once: one re-issues; what was refused is open again', async () => {
  const { id } = await steps.cameBack();
  const both = await Promise.all([steps.reissue(id), steps.reissue(id)]);
  expect(both.flatMap(({ codes }) => codes)).toEqual(['NOTHING_TO_REISSUE']);
  const { reissues } = await steps.read(id);
  expect(reissues).toHaveLength(1);
  expect(await reissuedOf(id)).toEqual(['80.00', '0.00']);
  await steps.refuse(reissues[0].id);
  expect(await reissuedOf(id)).toEqual(['0.00', '0.00']);
  expect(await steps.waits()).toContain(id);
  const more = await steps.reissued(id);
  expect((await steps.read(id)).reissues.map((each: { id: string }) => each.id).sort()).toEqual(
    [reissues[0].id, more].sort(),
  );
});

test('a return that is re-issued is not reversed, and what was let go is not taken up once it is', async () => {
  const { id, line } = await steps.cameBack();
  const by = await steps.reissued(id);
  const back = (await steps.linesOf(id))[0]?.journals.find(({ kind }) => kind === 'return')?.id;
  const reverse = () => world.ask(steps.finance, REVERSE, { id: back, key: steps.key() });
  expect((await reverse()).codes).toEqual(['RETURN_REISSUED']);
  await steps.refuse(by);
  expect((await reverse()).codes).toEqual([]);
  expect(await steps.read(id)).toMatchObject({ state: 'paid', complete: true });
  expect((await steps.reissue(id)).codes).toEqual(['NOTHING_TO_REISSUE']);
  const takeUp = `update funds.disbursement_line set state = 'reserved' where disbursement_id = $1`;
  expect(await constraintOf(world.owner.query(takeUp, [by]))).toBe('line_reissue_within_returned');
  const lower = 'update funds.disbursement_line set returned = returned - 1 where id = $1';
  const other = await steps.cameBack();
  await steps.reissued(other.id);
  expect(await constraintOf(world.owner.query(lower, [other.line.id]))).toBe('line_reissue_within_returned');
  expect(line.id).not.toBe(other.line.id);
  expect(await checkLedger(world.sql)).toEqual([]);
});

test('who was not entitled gets nothing again: a line under recovery is left out, also when the rest of it was given up', async () => {
  const id = await steps.paid(['80.00', '20.00']);
  const [wrong, right] = (await steps.linesOf(id)) as [LineTold, LineTold];
  const DEMAND = 'mutation($input: RecoveryInput!) { demandRecovery(input: $input) { id } }';
  const input = { lineId: wrong.id, reason: '重复享受，须追回', documentNumber: '口政发〔2018〕31号（拟）' };
  const recovery = (await world.get(steps.town, DEMAND, { input })).demandRecovery.id;
  const RECEIVE =
    'mutation($id: ID!, $key: String!) { receiveRecovery(id: $id, amount: "30.00", voucher: "收据001", idempotencyKey: $key) { state } }';
  await world.get(steps.finance, RECEIVE, { id: recovery, key: steps.key() });
  expect((await steps.reissue(id)).codes).toEqual(['NOTHING_TO_REISSUE']);
  await steps.back(right);
  expect((await steps.reissue(id, { lines: [wrong.id] })).codes).toEqual(['NOTHING_TO_REISSUE']);
  const GIVE_UP = 'mutation($id: ID!) { withdrawRecovery(id: $id, reason: "无力偿还") { state } }';
  await world.get(steps.director, GIVE_UP, { id: recovery });
  const by = await steps.reissued(id);
  expect((await steps.linesOf(by)).map(({ household }) => household)).toEqual([right.household]);
  const [line] = (await steps.linesOf((await steps.apply(['30.00'])).id)) as [LineTold];
  expect(line.household).toEqual(wrong.household);
  expect(await constraintOf(world.owner.query(INSERT, [wrong.id, line.id, 3000]))).toBe('line_reissue_not_recovered');
  await steps.pay(by);
  expect((await steps.read(id)).complete).toBe(true);
  expect(await steps.waits()).not.toContain(id);
});

test('another town has nothing of it, lines are of the batch, and only what was paid is re-issued', async () => {
  const { id, line } = await steps.cameBack();
  const beside = world.city.regions.find(({ kind, id: region }) => kind === 'town' && region !== steps.town.regionId);
  const neighbour = world.as('town-kouzhen', { regionId: beside?.id as string });
  expect((await steps.reissue(id, { as: neighbour })).codes).toEqual(['NOT_FOUND']);
  expect((await steps.reissue(id, { as: steps.director })).codes).toEqual(['FORBIDDEN']);
  expect((await steps.reissue('none')).codes).toEqual(['NOT_FOUND']);
  const foreign = (await steps.cameBack()).line.id;
  for (const lines of [[foreign], [line.id, foreign], ['none']])
    expect((await steps.reissue(id, { lines })).codes).toEqual(['NOT_FOUND']);
  expect((await steps.reissue(id, { lines: [(await steps.linesOf(id))[1]?.id as string] })).codes).toEqual([
    'NOTHING_TO_REISSUE',
  ]);
  expect((await steps.reissue(id, { document: '口' })).codes).toEqual(['INVALID_INPUT']);
  expect((await steps.reissue((await steps.apply(['1.00'])).id)).codes).toEqual(['DISBURSEMENT_STATE']);
  await steps.reissued(id);
  const rows = (as: typeof neighbour) =>
    world.inRole('region', as, async (client) => {
      const found = await client.query('select 1 from funds.line_reissue where line_id = $1', [line.id]);
      return found.rowCount;
    });
  expect([await rows(steps.town), await rows(neighbour)]).toEqual([1, 0]);
  const paired = (pairedHouseholds: string[]) =>
    world.inRole('paired', { ...world.as('helper-kouzhen'), pairedHouseholds }, async (client) => {
      const found = await client.query('select line_id from funds.line_reissue');
      return found.rows.map(({ line_id }) => line_id);
    });
  expect(await paired([line.household.id])).toContain(line.id);
  expect(await paired([])).toEqual([]);
  const own = (await steps.apply(['80.00'])).id;
  const { rows: elsewhere } = await world.sql.query(
    `select d.id from funds.disbursement d where d.state = 'paid' and d.region_id <> $1 limit 1`,
    [steps.town.regionId],
  );
  const link = (as: typeof neighbour, of: string) =>
    world.inRole('region', as, async (client) => {
      const { rows: told } = await client.query('select funds.link_reissue($1, $2) as verdict', [of, own]);
      return told[0].verdict;
    });
  expect(await link(steps.town, elsewhere[0].id)).toBe('unknown');
  expect(await link(steps.director, (await steps.cameBack()).id)).toBe('unknown');
});

test('in plain SQL too: never above what came back, to nobody else, nothing changed, and of two the second waits and is refused', async () => {
  const { id, line } = await steps.cameBack();
  const [one] = (await steps.linesOf((await steps.apply(['80.00'])).id)) as [LineTold];
  const [two, stranger] = (await steps.linesOf((await steps.apply(['80.00', '79.00'])).id)) as [LineTold, LineTold];
  const put = (client: Client, by: LineTold, fen = 8000) => client.query(INSERT, [line.id, by.id, fen]);
  expect(await constraintOf(put(world.owner, one, 8001))).toBe('line_reissue_within_returned');
  expect(await constraintOf(put(world.owner, one, 7999))).toBe('line_reissue_as_returned');
  expect(await constraintOf(put(world.owner, stranger, 7900))).toBe('line_reissue_as_returned');
  expect(
    await constraintOf(world.inRole('region', steps.town, (client) => put(client, one).then(() => undefined))),
  ).toBe('42501');
  await world.sql.query('begin');
  await put(world.sql, one);
  const waiting = constraintOf(put(world.owner, two));
  await untilWaits(world.sql);
  await world.sql.query('commit');
  expect(await waiting).toBe('line_reissue_within_returned');
  expect(await constraintOf(world.owner.query('update funds.line_reissue set amount = 1'))).toBe(
    'funds_line_reissue_append_only',
  );
  expect(await reissuedOf(id)).toEqual(['80.00', '0.00']);

  // Control: past the triggers, the books tell it.
  await world.sql.query('begin');
  await world.sql.query(`set local session_replication_role = 'replica'`);
  await put(world.sql, two);
  const told = await checkLedger(world.sql);
  await world.sql.query('rollback');
  expect(told.map(({ says }) => says)).toEqual([expect.stringContaining('重发合计不超过已退回')]);
  expect(await checkLedger(world.sql)).toEqual([]);
});
