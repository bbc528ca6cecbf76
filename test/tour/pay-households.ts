// Carries a disbursement as far as it goes today, for nothing is paid before its list was posted; then pays one whose posting is over, and returns a line: three people, to the fen.
import { formatYuan, parseYuan } from '#platform/vocabulary/money';
import { checkJournals, type Journal } from './check-journals';
import { choosePayment, type Payees } from './choose-payment';
import { refuseUnposted } from './refuse-unposted';
import { changeOf, type FundsChange, type RegionSums, shownChange, sumsOfRegion } from './region-sums';
import { codeOf } from './tour-client';
import { as, regionOf, type TourGuide, YEAR } from './tour-guide';

interface Disbursement {
  id: string;
  number: string;
  state: string;
  total: string;
  returned: string;
  lines: {
    edges: {
      node: {
        id: string;
        amount: string;
        returned: string;
        state: string;
        household: { id: string };
        journals: Journal[];
      };
    }[];
  };
  journals: Journal[];
}

const JOURNALS = 'journals { kind postings { account amount } }';
const FIELDS = `id number state total returned lines { edges { node { id amount returned state household { id } ${JOURNALS} } } } ${JOURNALS}`;
const APPLY = `mutation($input: ApplyDisbursementInput!, $key: String!) { applyDisbursement(input: $input, idempotencyKey: $key) { ${FIELDS} } }`;
const APPROVE = `mutation($id: ID!) { approveDisbursement(id: $id) { ${FIELDS} } }`;
const PAY = `mutation($id: ID!, $key: String!) { payDisbursement(id: $id, idempotencyKey: $key) { ${FIELDS} } }`;
const ORDER = `mutation($id: ID!, $key: String!) { issuePaymentOrder(id: $id, idempotencyKey: $key) { id } }`;
const REVOKE = `mutation($id: ID!) { revokeDisbursement(id: $id, reason: "导览结束 · the tour is over") { id } }`;
const RETURN = `mutation($id: ID!, $reason: String!, $key: String!) { returnPayment(lineId: $id, reason: $reason, idempotencyKey: $key) { id returned } }`;
const READ = `query($id: ID!) { disbursement(id: $id) { ${FIELDS} } }`;
const PAID = `query($id: ID!) { household(id: $id) { paidTotal(year: ${YEAR}) } }`;

export async function payHouseholds(guide: TourGuide): Promise<void> {
  const { record, stamp } = guide;
  record.begin(
    'disbursement',
    '资金发放：申请、批准、公示、支付令、支付、退回 · A disbursement: applied, approved, posted, ordered, paid, and one line returned',
  );
  const [town, director, finance] = ['town-kouzhen', 'city-director', 'city-finance'].map((account) =>
    as(guide, account),
  ) as [ReturnType<typeof as>, ReturnType<typeof as>, ReturnType<typeof as>];
  const chosen = await choosePayment(guide);
  if (!chosen) return;
  const { lot, payees, waiting } = chosen;
  record.line(
    `${lot.notice} · ${lot.purpose} · ${payees.map(({ number, amount }) => `${number} ${formatYuan(amount)}`).join(', ')}`,
  );
  const input = {
    allotmentLineId: lot.id,
    purpose: lot.purpose,
    documentNumber: stamp,
    lines: payees.map(({ householdId, amount }) => ({ householdId, amount: formatYuan(amount) })),
  };
  const { applyDisbursement: applied } = await town.get<{ applyDisbursement: Disbursement }>(APPLY, {
    input,
    key: `${stamp}-apply`,
  });
  const { applyDisbursement: repeated } = await town.get<{ applyDisbursement: Disbursement }>(APPLY, {
    input,
    key: `${stamp}-apply`,
  });
  record.same('重复提交只生效一次 · sent twice under one key, it is applied for once', applied.id, repeated.id);
  const total = payees[0].amount + payees[1].amount;
  record.same('申请金额 · the amount applied for', `applied ${formatYuan(total)}`, `${applied.state} ${applied.total}`);

  const { errors: own } = await town.ask(APPROVE, { id: applied.id });
  record.same('乡镇不能批准自己的申请 · the town may not approve its own application', 'FORBIDDEN', codeOf(own[0]));
  const { errors: early } = await finance.ask(PAY, { id: applied.id, key: `${stamp}-early` });
  record.same('未批准不能支付 · nothing is paid before it is approved', 'DISBURSEMENT_STATE', codeOf(early[0]));
  await director.get(APPROVE, { id: applied.id });
  const { errors: directorPays } = await director.ask(PAY, { id: applied.id, key: `${stamp}-director` });
  record.same('批准人不能支付 · the director who approved may not pay', 'FORBIDDEN', codeOf(directorPays[0]));
  await refuseUnposted(guide, applied.id, { town, finance, order: ORDER });
  await director.get(REVOKE, { id: applied.id });

  if (!waiting) {
    record.line('装载的待支付批次均已支付 · all batches that were loaded as posted are paid');
    return;
  }
  const before = await readFigures(guide, waiting.payees);
  await finance.get(ORDER, { id: waiting.id, key: `${stamp}-order` });
  const { payDisbursement: paid } = await finance.get<{ payDisbursement: Disbursement }>(PAY, {
    id: waiting.id,
    key: `${stamp}-pay`,
  });
  await finance.get(PAY, { id: waiting.id, key: `${stamp}-pay` });
  record.same('财政支付，重复指令不重付 · finance pays, and a repeated order pays nothing more', 'paid', paid.state);
  const line = paid.lines.edges.find(({ node }) => node.household.id === waiting.payees[1].householdId)?.node;
  await finance.get(RETURN, {
    id: line?.id,
    reason: '导览：卡号有误退回 · tour: the card was wrong',
    key: `${stamp}-return`,
  });

  const { disbursement: ended } = await town.get<{ disbursement: Disbursement }>(READ, { id: waiting.id });
  record.same(
    '一户退回后的状态 · its state after one line came back',
    `part-returned ${formatYuan(waiting.payees[1].amount)}`,
    `${stateOf(ended)} ${ended.returned}`,
  );
  checkJournals(guide, ended);
  checkChanges(guide, waiting.payees, before, await readFigures(guide, waiting.payees));
  record.figure('disbursement', {
    number: applied.number,
    document: stamp,
    lot: lot.notice,
    total: ended.total,
    returned: ended.returned,
  });
}

/** An enum value has no hyphen on the wire. */
const stateOf = ({ state }: Disbursement) => (state === 'partReturned' ? 'part-returned' : state);

interface Figures {
  regions: RegionSums[];
  paid: bigint[];
}

async function readFigures(guide: TourGuide, payees: Payees): Promise<Figures> {
  const finance = as(guide, 'city-finance');
  const town = await sumsOfRegion(finance, regionOf(guide, 'town-kouzhen').id);
  const ids = [
    ...new Set(payees.map(({ villageId }) => villageId)),
    town.id,
    town.parentId ?? '',
    regionOf(guide, 'city-finance').id,
  ];
  const regions = await Promise.all(ids.map((id) => sumsOfRegion(finance, id)));
  const paid = await Promise.all(
    payees.map(async ({ householdId }) => {
      const { household } = await as(guide, 'town-kouzhen').get<{ household: { paidTotal: string } }>(PAID, {
        id: householdId,
      });
      return parseYuan(household.paidTotal);
    }),
  );
  return { regions, paid };
}

function checkChanges({ record }: TourGuide, payees: Payees, before: Figures, after: Figures): void {
  const rows: string[][] = [];
  before.regions.forEach((region, at) => {
    const change = shownChange(changeOf(region, after.regions[at] ?? region));
    rows.push([region.name, ...Object.values(change)]);
    record.same(
      `${region.name} 的变化分毫不差 · its sums change to the fen`,
      shownChange(expectedChange(region, payees)),
      change,
    );
  });
  record.table(['地区 region', '可用 available', '冻结 reserved', '支付 paid', '退回 returned', '笔 lines'], rows);
  record.figure('changes', rows);
  record.same(
    '两户已付合计的变化 · what the two households were paid',
    [payees[0].amount, 0n].map(formatYuan),
    after.paid.map((paid, at) => formatYuan(paid - (before.paid[at] ?? 0n))),
  );
}

/** What was reserved is paid, and what came back is available: the lot stands on the town, a village below it has no money available. */
function expectedChange(region: RegionSums, payees: Payees): FundsChange {
  const here = payees.filter(({ villageId }) => region.kind !== 'village' || villageId === region.id);
  const paid = here.reduce((sum, { amount }) => sum + amount, 0n);
  const returned = here.includes(payees[1]) ? payees[1].amount : 0n;
  return {
    available: region.kind === 'village' ? 0n : returned,
    reserved: -paid,
    paid,
    returned,
    lines: here.length,
  };
}
