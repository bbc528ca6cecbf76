// Income of an asset on its way to the cards of households: money of its own purpose, the approved shares, one batch, and a list that the bank pays.
import { checkLedger } from '../../services/funds/ledger/check-ledger';
import { SMALL } from '../harness/cluster';
import { answerBytes, cardStepsOf, linesOf, profileNamed } from './card-steps';
import { constraintOf } from './funds-direct';
import { daysPass, POST } from './notice-steps';
import { type FundsOnly, openFunds } from './open-funds';

let world: FundsOnly;
let cards: ReturnType<typeof cardStepsOf>;
beforeAll(async () => {
  world = await openFunds(SMALL);
  cards = cardStepsOf(world);
});
afterAll(() => world?.close());

const APPLY = `mutation($id: ID!, $lot: ID!, $key: String!) { applyAssetDistribution(id: $id, allotmentLineId: $lot, idempotencyKey: $key) { disbursement { id total purpose lot { book } } } }`;
const apply = (account: string, id: string, lot: string, key: string) =>
  world.ask(world.as(account), APPLY, { id, lot, key });

/** A lot of asset income for 口镇, with its cash. */
async function dividendLot(yuan: string): Promise<string> {
  const DRAFT =
    'mutation($i: DraftAllotmentInput!, $k: String!) { draftAllotment(input: $i, idempotencyKey: $k) { id lines { id } } }';
  const input = {
    ...{ number: '莱财资收〔2018〕1号（拟）', issuedOn: '2018-11-20', sourceLevel: 'city', purpose: 'asset-dividend' },
    lines: [{ regionId: world.as('town-kouzhen').regionId, amount: yuan }],
  };
  const { draftAllotment: made } = await world.get(world.as('city-officer'), DRAFT, { i: input, k: 'dividend-notice' });
  const approve = 'mutation($id: ID!) { approveAllotment(id: $id, idempotencyKey: "dividend-issued") { state } }';
  await world.get(world.as('city-finance'), approve, { id: made.id });
  const lot = made.lines[0].id as string;
  const receive = 'mutation($i: MoveCashInput!) { receiveCash(input: $i, idempotencyKey: "dividend-cash") { id } }';
  const cash = { allotmentId: made.id, voucher: '国库〔2018〕90号', valueDate: '2018-11-21' };
  await world.get(world.as('city-finance'), receive, { i: { ...cash, lines: [{ lotId: lot, amount: yuan }] } });
  return lot;
}

async function approvedDistribution(): Promise<string> {
  const village = world.as('village-kouzhen');
  const { assets } = await world.get(village, '{ assets { edges { node { id } } } }');
  const households = world.city.households.filter(({ regionId }) => regionId === village.regionId).slice(0, 3);
  const i = {
    ...{ assetId: assets.edges[0].node.id, year: 2018, retained: '1250.00', votedOn: '2018-12-22', present: 30 },
    ...{ agreed: 28, documentNumber: '村议〔2018〕6号' },
    shares: households.map(({ id }, at) => ({ householdId: id, category: at === 0 ? 'no-labour' : 'ordinary' })),
  };
  const DRAFT = 'mutation($i: DraftAssetDistributionInput!) { draftAssetDistribution(input: $i) { id } }';
  const { id } = (await world.get(village, DRAFT, { i })).draftAssetDistribution;
  const input = { type: 'posting', subjectKind: 'asset-distribution', subjectId: id };
  await daysPass(world.sql, (await world.get(village, POST, { input })).postFundNotice.id);
  await world.get(world.as('town-kouzhen'), `mutation { approveAssetDistribution(id: "${id}") { approvedAt } }`);
  return id;
}

test('a distribution is applied for once, approved, listed, posted, and arrives on the cards from its own lot', async () => {
  const [id, lot] = [await approvedDistribution(), await dividendLot('90000.00')];
  expect((await apply('village-kouzhen', id, lot, 'dividend-key-0')).codes).toEqual(['FORBIDDEN']);
  const first = await apply('town-kouzhen', id, lot, 'dividend-key-1');
  expect(first.codes).toEqual([]);
  const { disbursement } = first.data.applyAssetDistribution;
  expect(disbursement).toMatchObject({ total: '90000.00', purpose: 'asset-dividend' });
  expect((await apply('town-kouzhen', id, lot, 'dividend-key-1')).data.applyAssetDistribution.disbursement.id).toBe(
    disbursement.id,
  );
  expect((await apply('town-kouzhen', id, lot, 'dividend-key-2')).codes).toEqual(['LOT_INSUFFICIENT']);

  // Withdrawn, its money is back, and it is applied for anew; two batches that stand at once there are never.
  const withdraw = `mutation { withdrawDisbursement(id: "${disbursement.id}", reason: "文号有误") { state } }`;
  await world.get(world.as('town-kouzhen'), withdraw);
  const again = (await apply('town-kouzhen', id, lot, 'dividend-key-3')).data.applyAssetDistribution.disbursement;
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
