// Checks the journals of a disbursement on the tour (凭证): in their order, and each in balance.
import { formatYuan, parseYuan } from '#platform/vocabulary/money';
import type { TourGuide } from './tour-guide';

export interface Journal {
  kind: string;
  postings: { account: string; amount: string }[];
}

interface Booked {
  journals: Journal[];
  lines: { edges: { node: { journals: Journal[] } }[] };
}

/** What came back of one line hangs on that line. */
export function checkJournals({ record }: TourGuide, { journals: whole, lines }: Booked): void {
  const journals = [...whole, ...lines.edges.flatMap(({ node }) => node.journals)];
  record.table(
    ['凭证 journal', '分录 postings'],
    journals.map(({ kind, postings }) => [
      kind,
      postings.map(({ account, amount }) => `${account} ${amount}`).join('   '),
    ]),
  );
  record.same(
    '凭证依次为冻结、支付、退回 · its journals reserve, pay and return',
    ['reserve', 'pay', 'return'],
    journals.map(({ kind }) => kind),
  );
  const sums = journals.map(({ postings }) =>
    formatYuan(postings.reduce((sum, { amount }) => sum + parseYuan(amount), 0n)),
  );
  record.same(
    '每张凭证借贷相抵 · every journal sums to zero',
    journals.map(() => '0.00'),
    sums,
  );
}
