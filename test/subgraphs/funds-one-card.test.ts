// A one-card batch through the graph: four hands, a posting, the day's comparison, the bank's file, and what the bank answers, line by line.
import { randomUUID } from 'node:crypto';
import { bankFiles } from '../../services/funds/bank-files';
import { EXECUTION } from '../../services/funds/disbursement/region-funds.query';
import { checkLedger } from '../../services/funds/ledger/check-ledger';
import {
  answerBytes,
  byAmount,
  type CardLineTold,
  cardStepsOf,
  fen,
  linesOf,
  outcomes,
  profileNamed,
} from './card-steps';
import { ORDER } from './funds-steps';
import { daysPass } from './notice-steps';
import { type FundsOnly, openFunds } from './open-funds';

const profile = profileNamed('delimited-utf8');
let world: FundsOnly;
let cards: ReturnType<typeof cardStepsOf>;
beforeAll(async () => {
  world = await openFunds({ households: 120, people: 200 });
  cards = cardStepsOf(world);
}, 120_000);
afterAll(() => world?.close());
afterEach(() => {
  world.register.dead.clear();
  world.register.removed.clear();
});

test('listed, verified by another, posted, released with a file that finance alone fetches; each line arrives by a journal of its own', async () => {
  const disbursement = await cards.approved(['120.50', '79.50', '10.00']);
  const batch = await cards.list([disbursement]);
  expect(batch).toMatchObject({ state: 'listed', total: '210.00', lineCount: 3 });
  expect((await world.ask(cards.town, cards.LIST, cards.input([disbursement]))).codes).toEqual(['NOT_FOUND']);
  const paid = await world.ask(cards.finance, ORDER, { id: disbursement, key: randomUUID() });
  expect(paid.codes).toEqual(['NOTICE_NOT_CLEARED']);
  expect((await cards.verify(batch.id)).codes).toEqual([]);
  expect((await cards.release(batch.id)).codes).toEqual(['CARD_BATCH_NOT_POSTED']);
  await daysPass(world.sql, await cards.post(batch.id));
  const key = randomUUID();
  const { releaseCardBatch: released } = (await cards.release(batch.id, key)).data;
  expect(released).toMatchObject({ state: 'released', sums: [{ state: 'sent', lines: 3, amount: '210.00' }] });
  expect((await cards.release(batch.id, key)).data.releaseCardBatch.files).toHaveLength(1);
  const fetch = 'mutation($id: ID!) { requestBankFile(batchId: $id) { url } }';
  expect((await world.ask(cards.town, fetch, { id: batch.id })).codes).toEqual(['FORBIDDEN']);
  const { requestBankFile } = await world.get(cards.finance, fetch, { id: batch.id });
  const got = await world.subgraph.file(
    { ticket: requestBankFile.url.split('/').at(-1), method: 'GET' },
    { ...cards.finance, operationId: randomUUID() },
  );
  const order = await bankFiles.read(profile, profile.payment, got.body as Buffer);
  expect(order.lines.map(({ card }) => card)).toEqual(
    linesOf(released).map(({ household }) => cards.cardOf(household.id)),
  );
  const [three, two, one] = byAmount(released) as [CardLineTold, CardLineTold, CardLineTold];
  const part = await cards.bring(
    await answerBytes(profile, batch.number, 'answer', [cards.told(one), cards.told(two, 'E02')]),
  );
  expect([part.state, ...outcomes(part)]).toEqual(['taken', 'paid', 'failed']);
  expect(await checkLedger(world.sql)).toEqual([]);
  const rest = await cards.bring(
    await answerBytes(profile, batch.number, 'answer', [cards.told(three), cards.told(one)]),
  );
  expect(outcomes(rest)).toEqual(['paid', 'known']);
  const closed = await cards.batch(batch.id);
  expect(closed).toMatchObject({
    state: 'closed',
    sums: [
      { state: 'paid', lines: 2, amount: '130.50' },
      { state: 'failed', lines: 1, amount: '79.50' },
    ],
  });
  const view = `query($id: ID!) { disbursement(id: $id) { state journals { kind } lines(first: 10) { edges { node { state journals { kind } cardLines { state reason } } } } } }`;
  const seen = (await world.get(cards.town, view, { id: disbursement })).disbursement;
  expect(seen.state).toBe('approved');
  expect(seen.journals.map(({ kind }: { kind: string }) => kind)).toEqual(['reserve']);
  const own = seen.lines.edges.map(({ node }: { node: { journals: { kind: string }[] } }) => node.journals.length);
  expect(own.sort()).toEqual([0, 1, 1]);
  expect((await cards.list([disbursement])).lineCount).toBe(1);
}, 60_000);

test('a failed line is issued again to the corrected card once another person confirmed it, and is paid once', async () => {
  const disbursement = await cards.approved(['33.00', '44.00']);
  const batch = await cards.released([disbursement]);
  const [one, two] = byAmount(batch) as [CardLineTold, CardLineTold];
  await cards.bring(await answerBytes(profile, batch.number, 'answer', [cards.told(one, 'E02'), cards.told(two)]));
  world.register.cards.set(one.household.id, '6228480402564890018');
  world.register.unconfirmed.add(one.household.id);
  expect((await world.ask(cards.town, cards.LIST, cards.input([disbursement]))).codes).toEqual([
    'CARD_LINE_NOT_PAYABLE',
  ]);
  world.register.unconfirmed.clear();
  const again = await cards.released([disbursement]);
  const [anew] = linesOf(again) as [CardLineTold];
  expect(anew.payment.id).toBe(one.payment.id);
  // Told late as paid in the first batch: a conflict for somebody to look at, and no second payment.
  const late = await cards.bring(
    await answerBytes(profile, batch.number, 'answer', [
      { ...cards.told(one), card: world.city.households.find(({ id }) => id === one.household.id)?.bankCard as string },
    ]),
  );
  expect(outcomes(late)).toEqual(['conflict']);
  expect(outcomes(await cards.bring(await answerBytes(profile, again.number, 'answer', [cards.told(anew)])))).toEqual([
    'paid',
  ]);
  const { rows } = await world.sql.query('select state, released::int from funds.disbursement where id = $1', [
    disbursement,
  ]);
  expect(rows).toEqual([{ state: 'paid', released: 0 }]);
  expect(await checkLedger(world.sql)).toEqual([]);
}, 60_000);

test('the dead and the removed are stopped on the day, their money is back on its lot; a line with an objection is held back', async () => {
  const disbursement = await cards.approved(['10.00', '20.00', '30.00', '40.00']);
  const batch = await cards.list([disbursement]);
  const lines = linesOf(batch);
  await cards.verify(batch.id);
  const notice = await cards.post(batch.id);
  await world.get(
    world.as('helper-kouzhen'),
    'mutation($id: ID!) { objectToFundNotice(noticeId: $id, line: 3, content: "该户不应享受") { id } }',
    { id: notice },
  );
  await daysPass(world.sql, notice);
  const headOf = (line: CardLineTold | undefined) =>
    world.city.households.find(({ id }) => id === line?.household.id)?.headMemberId as string;
  world.register.dead.set(headOf(lines[0]), '2018-03-04');
  world.register.removed.add(lines[1]?.household.id as string);
  const AVAILABLE = `select sum(amount)::text as fen from funds.balance b join funds.disbursement d on d.lot_id = b.lot_id where d.id = $1 and b.account = 'available'`;
  const balance = async () => BigInt((await world.sql.query(AVAILABLE, [disbursement])).rows[0].fen);
  const ever = [[cards.town.regionId], '1900-01-01', '2999-01-01', '', '~'];
  const approved = async () => BigInt((await world.sql.query(EXECUTION, ever)).rows[0].approved);
  const [before, approvedBefore] = [await balance(), await approved()];
  const { data, codes } = await cards.release(batch.id);
  expect(codes).toEqual([]);
  expect(linesOf(data.releaseCardBatch).map(({ state }) => state)).toEqual(['stopped', 'stopped', 'held', 'sent']);
  expect(linesOf(data.releaseCardBatch)[0]?.reason).toContain('2018-03-04');
  expect((await balance()) - before).toBe(fen(lines[0]?.amount ?? '') + fen(lines[1]?.amount ?? ''));
  // What will never be paid is no longer to be paid: it does not slow the execution of the town.
  expect(approvedBefore - (await approved())).toBe((await balance()) - before);
  expect(data.releaseCardBatch.files[0]).toMatchObject({ lineCount: 1, total: lines[3]?.amount });
  expect(await checkLedger(world.sql)).toEqual([]);
  // What was held back may stand on another list; what was stopped may not.
  expect((await cards.list([disbursement])).lineCount).toBe(1);
}, 60_000);

test('files that contradict themselves, are swapped, brought twice or under one name have no wrong effect', async () => {
  const [first, second] = [await cards.approved(['5.00', '6.00']), await cards.approved(['7.00', '8.00'])];
  const [one, other] = [await cards.released([first]), await cards.released([second])];
  const [a, b] = byAmount(one) as [CardLineTold, CardLineTold];
  const [c] = byAmount(other) as [CardLineTold];
  const wrong = await cards.bring(
    await answerBytes(profile, one.number, 'answer', [cards.told(a), cards.told(b)], { total: 1n }),
  );
  expect([wrong.state, wrong.flaw?.split(' ')[0]]).toEqual(['refused', 'BANK_FILE_TOTALS']);
  const short = await cards.bring(await answerBytes(profile, one.number, 'answer', [cards.told(a)], { count: 2 }));
  expect(short.state).toBe('refused');
  const garbled = await cards.bring(Buffer.from('H|nonsense\n'));
  expect([garbled.state, garbled.flaw?.split(' ')[0]]).toEqual(['refused', 'BANK_FILE_UNREADABLE']);
  const stranger = await cards.bring(await answerBytes(profile, 'YK00000000000000', 'answer', [cards.told(a)]));
  expect(stranger.state).toBe('refused');
  const swapped = await cards.bring(await answerBytes(profile, other.number, 'answer', [cards.told(a), cards.told(c)]));
  expect(outcomes(swapped)).toEqual(['unknown', 'paid']);
  const bent = [
    { ...cards.told(a), fen: 501n },
    { ...cards.told(b), card: '6228480402564890018' },
  ];
  const differing = await cards.bring(await answerBytes(profile, one.number, 'answer', bent));
  expect(differing.lines.edges.map(({ node }: { node: { differs: string[] } }) => node.differs)).toEqual([
    ['amount'],
    ['card'],
  ]);
  const turned = await cards.bring(
    await answerBytes(profile, one.number, 'answer', [{ ...cards.told(a), direction: 'in' }]),
  );
  expect(turned.lines.edges[0].node.differs).toEqual(['direction']);
  const right = await answerBytes(profile, one.number, 'answer', [cards.told(a), cards.told(a), cards.told(b)]);
  expect(outcomes(await cards.bring(right, undefined, '同名.txt'))).toEqual(['paid', 'repeated', 'paid']);
  expect((await cards.bring(right, undefined, '换名.txt')).state).toBe('duplicate');
  const back = await answerBytes(profile, one.number, 'return', [cards.told(b, 'E03')]);
  expect(outcomes(await cards.bring(back, undefined, '同名.txt'))).toEqual(['bounced']);
  const { rows } = await world.sql.query(
    `select l.state, d.state as batch from funds.disbursement_line l join funds.disbursement d on d.id = l.disbursement_id where d.id = $1 order by l.amount`,
    [first],
  );
  expect(rows).toEqual([
    { state: 'paid', batch: 'approved' },
    { state: 'reserved', batch: 'approved' },
  ]);
  expect(await checkLedger(world.sql)).toEqual([]);
}, 60_000);
