// Chooses what a tour applies for and pays: two households and a lot of the town with money left on it, and a batch whose posting is over.
import { formatYuan, parseYuan } from '#platform/vocabulary/money';
import { as, regionOf, type TourGuide, YEAR } from './tour-guide';

export interface Payee {
  householdId: string;
  number: string;
  villageId: string;
  amount: bigint;
}

export type Payees = [Payee, Payee];

export interface ChosenPayment {
  lot: { id: string; purpose: string; notice: string };
  payees: Payees;
  /** approved, posted and not paid yet; null when tours have paid all that were loaded */
  waiting: { id: string; payees: Payees } | null;
}

/** Small, so that the surplus of one lot lasts for thousands of tours; the second comes back in each. */
const amounts = [1234n, 566n] as const;

interface Notice {
  number: string;
  lines: { id: string; purpose: string; region: { id: string }; balance: { available: string } | null }[];
}

const LOTS = `{ allotments(first: 50, year: ${YEAR}, state: issued) {
  edges { node { number lines { id purpose region { id } balance { available } } } } } }`;
const HOUSEHOLDS = '{ households(first: 50) { edges { node { id number region { id } state } } } }';

export async function choosePayment(guide: TourGuide): Promise<ChosenPayment | null> {
  const town = as(guide, 'town-kouzhen');
  const region = regionOf(guide, 'town-kouzhen');
  const { allotments } = await town.get<{ allotments: { edges: { node: Notice }[] } }>(LOTS);
  const lots = allotments.edges.flatMap(({ node }) =>
    node.lines
      .filter((line) => line.region.id === region.id)
      .map(({ id, purpose, balance }) => ({
        id,
        purpose,
        notice: node.number,
        available: parseYuan(balance?.available ?? '0'),
      })),
  );
  const lot = lots.find(({ available }) => available >= amounts[0] + amounts[1]);
  const { households } = await town.get<{
    households: { edges: { node: { id: string; number: string; region: { id: string }; state: string } }[] };
  }>(HOUSEHOLDS);
  const [first, second] = households.edges
    .map(({ node }) => node)
    .filter(({ state }) => state !== 'removed')
    .map(({ id, number, region: village }, at) => ({
      householdId: id,
      number,
      villageId: village.id,
      amount: amounts[at] ?? 0n,
    }));
  if (lot && first && second) return { lot, payees: [first, second], waiting: await chooseWaiting(guide) };
  const needed = formatYuan(amounts[0] + amounts[1]);
  guide.record.check(
    `${region.name} 有可用资金 ${needed} 元和两户 · the town has ${needed} yuan and two households`,
    false,
    '≥',
    JSON.stringify(lots.map(({ available }) => formatYuan(available))),
  );
  return null;
}

interface Waiting {
  id: string;
  documentNumber: string;
  lines: {
    edges: { node: { amount: string; household: { id: string; number: string }; region: { id: string } } }[];
  };
}

/** Of the batches that were loaded with a posting that is over. */
export const POSTED_PREFIX = `莱扶办发〔${YEAR + 1}〕`;

const WAITING = `{ disbursements(first: 20, state: approved) { edges { node { id documentNumber
  lines(first: 2) { edges { node { amount household { id number } region { id } } } } } } } }`;

async function chooseWaiting(guide: TourGuide): Promise<ChosenPayment['waiting']> {
  const { disbursements } = await as(guide, 'town-kouzhen').get<{ disbursements: { edges: { node: Waiting }[] } }>(
    WAITING,
  );
  const found = disbursements.edges.find(({ node }) => node.documentNumber.startsWith(POSTED_PREFIX))?.node;
  const [first, second] = (found?.lines.edges ?? [])
    .map(({ node: { amount, household, region } }) => ({
      ...{ householdId: household.id, number: household.number, villageId: region.id, amount: parseYuan(amount) },
    }))
    .sort((one, other) => Number(other.amount - one.amount));
  return found && first && second ? { id: found.id, payees: [first, second] } : null;
}
