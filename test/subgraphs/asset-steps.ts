// What the tests of assets do over and over: a village votes on the income of an asset, money of its own purpose comes, and the town applies for the batch.
import { daysPass, POST } from './notice-steps';
import type { FundsOnly } from './open-funds';

const APPLY = `mutation($id: ID!, $lot: ID!, $key: String!) { applyAssetDistribution(id: $id, allotmentLineId: $lot, idempotencyKey: $key) { disbursement { id total purpose lot { book } } } }`;
export function assetStepsOf(world: FundsOnly) {
  const apply = (account: string, id: string, lot: string, key: string) =>
    world.ask(world.as(account), APPLY, { id, lot, key });

  /** A lot of asset income for 口镇, with its cash. */
  async function dividendLot(yuan: string): Promise<string> {
    const DRAFT =
      'mutation($i: DraftAllotmentInput!, $k: String!) { draftAllotment(input: $i, idempotencyKey: $k) { id lines { id } } }';
    const input = {
      ...{
        number: '莱财资收〔2018〕1号（拟）',
        issuedOn: '2018-11-20',
        sourceLevel: 'city',
        purpose: 'asset-dividend',
      },
      lines: [{ regionId: world.as('town-kouzhen').regionId, amount: yuan }],
    };
    const { draftAllotment: made } = await world.get(world.as('city-officer'), DRAFT, {
      i: input,
      k: 'dividend-notice',
    });
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
  return { apply, dividendLot, approvedDistribution };
}
