// Statements of treasury and bank that come as files: through the door, read by their profile, refused cell by cell, and taken once.
import { randomUUID } from 'node:crypto';
import { encodeGb18030 } from '../../services/funds/one-card/gb18030.rules';
import { constraintOf } from './funds-direct';
import { type FundsOnly, openFunds } from './open-funds';

let world: FundsOnly;
beforeAll(async () => {
  world = await openFunds({ households: 120, people: 200 });
}, 120_000);
afterAll(() => world?.close());

const finance = () => world.as('city-finance');
const director = () => world.as('city-director');
const UPLOAD = 'mutation($input: StatementFileInput!) { requestStatementUpload(input: $input) { id url } }';
const TAKE_FILE = `mutation($id: ID!) { takeStatementFile(id: $id) { state sha256 flaws { cell says } statement { id opening closing counts { outcome count } } } }`;

test('a statement comes as a file: wrong cells are named, the same content makes one statement, and nobody else reads it', async () => {
  const [account] = (await world.get(finance(), '{ fundAccounts { id book payment } }')).fundAccounts;
  const input = { accountId: account.id, month: '2018-06', profile: 'bank-text', name: '6月明细.csv' };
  const bring = async (text: string, more: object = {}) => {
    const body = Buffer.from(encodeGb18030(text));
    const asked = { input: { ...input, bytes: body.length, ...more } };
    const caller = { ...finance(), operationId: randomUUID() };
    const { requestStatementUpload: ticket } = await world.get(caller, UPLOAD, asked);
    const put = { ticket: ticket.url.split('/').at(-1), method: 'PUT' as const, body };
    expect((await world.subgraph.file(put, caller)).status).toBe(201);
    return ticket.id as string;
  };
  const take = async (id: string) => (await world.get(finance(), TAKE_FILE, { id })).takeStatementFile;
  const head = '交易日期,凭证号,摘要,借方发生额,贷方发生额,余额,对方户名';
  const good = `${head}\r\n20180612,SQ-1,"拨款,第二批",,"1,000.00",1000.00,国库\r\n20180613,SQ-2,支付,250.00,,750.00,\r\n`;
  const flawed = await bring(good.replace('750.00', '751.00'));
  expect(await take(flawed)).toMatchObject({ state: 'refused', flaws: [{ cell: 'F3' }], statement: null });
  expect((await world.ask(finance(), TAKE_FILE, { id: flawed })).codes).toEqual(['STATEMENT_FILE_STATE']);
  const taken = await take(await bring(good));
  expect(taken).toMatchObject({ state: 'taken', flaws: [], statement: { opening: '0.00', closing: '750.00' } });
  expect(taken.statement.counts).toContainEqual({ outcome: 'notInBooks', count: 2 });
  expect(await take(await bring(good, { name: '另名.csv' }))).toMatchObject({
    state: 'duplicate',
    statement: { id: taken.statement.id },
  });
  const other = await bring(good.replace('SQ-2', 'SQ-3'));
  expect((await world.ask(finance(), TAKE_FILE, { id: other })).codes).toEqual(['STATEMENT_MADE']);
  const next = good.replaceAll('201806', '201807');
  const gap = await bring(next, { month: '2018-07' });
  expect((await world.ask(finance(), TAKE_FILE, { id: gap })).codes).toEqual(['STATEMENT_OPENING']);
  const follows = next.replace(',1000.00,国库', ',1750.00,国库').replace('750.00,\r', '1500.00,\r');
  expect(await take(await bring(follows, { month: '2018-07' }))).toMatchObject({
    statement: { opening: '750.00', closing: '1500.00' },
  });
  expect((await world.ask(finance(), UPLOAD, { input: { ...input, bytes: 1, profile: 'nobody' } })).codes).toEqual([
    'STATEMENT_PROFILE_UNKNOWN',
  ]);
  expect((await world.ask(director(), UPLOAD, { input: { ...input, bytes: 1 } })).codes).toEqual(['FORBIDDEN']);
  const one = 'query($id: ID!) { statementFile(id: $id) { name } }';
  expect(await world.get(world.as('town-kouzhen'), one, { id: other })).toEqual({ statementFile: null });
  expect(await constraintOf(world.owner.query(`update funds.statement_file set sha256 = repeat('0', 64)`))).toBe(
    'funds_statement_file_append_only',
  );
});
