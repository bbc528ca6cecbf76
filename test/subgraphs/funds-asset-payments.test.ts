// Income of an asset on its way to the cards of households: money of its own purpose, the approved shares, one batch, and a list that the bank pays.
import { checkLedger } from '../../services/funds/ledger/check-ledger';
import { SMALL } from '../harness/cluster';
import { assetStepsOf } from './asset-steps';
import { answerBytes, cardStepsOf, linesOf, profileNamed } from './card-steps';
import { constraintOf } from './funds-direct';
import { type FundsOnly, openFunds } from './open-funds';

let world: FundsOnly;
let cards: ReturnType<typeof cardStepsOf>;
let steps: ReturnType<typeof assetStepsOf>;
beforeAll(async () => {
  world = await openFunds(SMALL);
  cards = cardStepsOf(world);
  steps = assetStepsOf(world);
});
afterAll(() => world?.close());

test('a distribution is applied for once, approved, listed, posted, and arrives on the cards from its own lot', async () => {
  const [id, lot] = [await steps.approvedDistribution(), await steps.dividendLot('90000.00')];
  expect((await steps.apply('village-kouzhen', id, lot, 'dividend-key-0')).codes).toEqual(['FORBIDDEN']);
  const first = await steps.apply('town-kouzhen', id, lot, 'dividend-key-1');
  expect(first.codes).toEqual([]);
  const { disbursement } = first.data.applyAssetDistribution;
  expect(disbursement).toMatchObject({ total: '90000.00', purpose: 'asset-dividend' });
  expect(
    (await steps.apply('town-kouzhen', id, lot, 'dividend-key-1')).data.applyAssetDistribution.disbursement.id,
  ).toBe(disbursement.id);
  expect((await steps.apply('town-kouzhen', id, lot, 'dividend-key-2')).codes).toEqual(['LOT_INSUFFICIENT']);

  // Withdrawn, its money is back, and it is applied for anew; two batches that stand at once there are never.
  const withdraw = `mutation { withdrawDisbursement(id: "${disbursement.id}", reason: "文号有误") { state } }`;
  await world.get(world.as('town-kouzhen'), withdraw);
  const again = (await steps.apply('town-kouzhen', id, lot, 'dividend-key-3')).data.applyAssetDistribution.disbursement;
  expect(again.id).not.toBe(disbursement.id);
  const link = `insert into funds.asset_payment select distribution_id, $2, region_id, path from funds.asset_payment where disbursement_id = $1`;
  expect(await constraintOf(world.owner.query(link, [again.id, disbursement.id]))).toBe('asset_payment_once');

  const approve = 'mutation($id: ID!) { approveDisbursement(id: $id) { state } }';
  await world.get(world.as('district-laicheng'), approve, { id: again.id });
  await world.get(world.as('city-director'), approve, { id: again.id });
  const batch = await cards.released([again.id]);
  const answer = linesOf(batch).map((line) => cards.told(line));
  await cards.bring(await answerBytes(profileNamed('delimited-utf8'), batch.number, 'answer', answer));
  const seen = await world.get(
    world.as('town-kouzhen'),
    `{ disbursement(id: "${again.id}") { state lot { id balance { paid available } } lines { edges { node { state journals { kind } } } } } }`,
  );
  expect(seen.disbursement).toMatchObject({
    state: 'paid',
    lot: { id: lot, balance: { paid: '90000.00', available: '0.00' } },
  });
  expect(seen.disbursement.lines.edges.map(({ node }: { node: object }) => node)).toEqual(
    Array.from({ length: 3 }, () => ({ state: 'paid', journals: [{ kind: 'pay' }] })),
  );
  const unseen = await world.get(world.as('zone-xueye'), `{ disbursement(id: "${again.id}") { id } }`);
  expect(unseen.disbursement).toBeNull();
  expect(await checkLedger(world.sql)).toEqual([]);
}, 60_000);
