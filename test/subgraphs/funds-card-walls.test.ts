// The walls of one-card batches, and recoveries: what plain SQL refuses, what is hidden, and how a wrong payment comes back.
import { randomUUID } from 'node:crypto';
import { checkLedger } from '../../services/funds/ledger/check-ledger';
import { answerBytes, type CardLineTold, cardStepsOf, linesOf, profileNamed } from './card-steps';
import { constraintOf } from './funds-direct';
import { type FundsOnly, openFunds } from './open-funds';

const profile = profileNamed('delimited-utf8');
let world: FundsOnly;
let cards: ReturnType<typeof cardStepsOf>;
beforeAll(async () => {
  world = await openFunds({ households: 120, people: 200 });
  cards = cardStepsOf(world);
}, 120_000);
afterAll(() => world?.close());

test('in plain SQL a line stands on one open list, the hands differ, and money of a list is not paid or revoked as a whole', async () => {
  const disbursement = await cards.approved(['9.00']);
  const batch = await cards.list([disbursement]);
  const again = `insert into funds.card_line (id, batch_id, ordinal, reference, disbursement_line_id, disbursement_id, lot_id, household_id, region_id, path, amount, payee, card_sealed, card_index, card_tail)
    select gen_random_uuid(), batch_id, 2, 'again', disbursement_line_id, disbursement_id, lot_id, household_id, region_id, path, amount, payee, card_sealed, card_index, card_tail from funds.card_line where batch_id = $1`;
  expect(await constraintOf(world.sql.query(again, [batch.id]))).toBe('card_line_open_once');
  expect(
    await constraintOf(
      world.sql.query(
        `update funds.card_batch set state = 'verified', verified_by = made_by, verified_on = made_on where id = $1`,
        [batch.id],
      ),
    ),
  ).toBe('card_batch_four_eyes');
  const revoke = world.inRole('region', cards.director, (client) =>
    client.query(`select funds.decide_disbursement($1, 'revoke', '原因', gen_random_uuid())`, [disbursement]),
  );
  await revoke.catch(() => undefined);
  const { rows } = await world.sql.query('select state from funds.disbursement where id = $1', [disbursement]);
  expect(rows).toEqual([{ state: 'approved' }]);
  expect(
    await constraintOf(
      world.inRole('paired', world.as('helper-kouzhen'), (client) =>
        client.query('select funds.step_card_batch($1, $2, $3)', [batch.id, 'withdraw', '原因']),
      ),
    ),
  ).toBe('42501');
  const hidden = world.as('town-kouzhen', {
    regionId: world.city.regions.find(({ kind, id }) => kind === 'town' && id !== cards.town.regionId)?.id as string,
  });
  expect(
    (await world.get(hidden, 'query($id: ID!) { cardBatch(id: $id) { id } }', { id: batch.id })).cardBatch,
  ).toBeNull();
}, 60_000);

test('a wrong payment is demanded back by one, received by another in two parts, and is on its lot again', async () => {
  const disbursement = await cards.approved(['50.00']);
  const batch = await cards.released([disbursement]);
  const [line] = linesOf(batch) as [CardLineTold];
  await cards.bring(await answerBytes(profile, batch.number, 'answer', [cards.told(line)]));
  const demand = `mutation($input: RecoveryInput!) { demandRecovery(input: $input) { id amount state } }`;
  const asked = {
    input: { lineId: line.payment.id, reason: '重复享受，须追回', documentNumber: '口政发〔2018〕31号（拟）' },
  };
  const { demandRecovery } = await world.get(cards.town, demand, asked);
  expect(demandRecovery).toMatchObject({ amount: '50.00', state: 'demanded' });
  expect((await world.ask(cards.town, demand, asked)).codes).toEqual(['RECOVERY_OPEN']);
  const RECEIVE = `mutation($id: ID!, $amount: Money!, $key: String!) { receiveRecovery(id: $id, amount: $amount, voucher: "收据001", idempotencyKey: $key) { state received } }`;
  const receive = (amount: string) =>
    world.ask(cards.finance, RECEIVE, { id: demandRecovery.id, amount, key: randomUUID() });
  expect((await receive('60.00')).codes).toEqual(['RECOVERY_TOO_LARGE']);
  expect((await receive('20.00')).data.receiveRecovery).toEqual({ state: 'demanded', received: '20.00' });
  expect((await receive('30.00')).data.receiveRecovery).toEqual({ state: 'received', received: '50.00' });
  expect((await receive('1.00')).codes).toEqual(['RECOVERY_STATE']);
  const { rows } = await world.sql.query('select state from funds.disbursement where id = $1', [disbursement]);
  expect(rows).toEqual([{ state: 'returned' }]);
  expect(await checkLedger(world.sql)).toEqual([]);
}, 60_000);
