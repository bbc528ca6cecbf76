// Loads one contract that is paid in stages (演示报账项目): its start is paid, its substantial completion waits to be paid.
import type { Client } from 'pg';
import { packHash } from '#platform/vocabulary/canonical';
import { stageAmounts, stagePackKind } from '../../services/funds/reimbursement/stage-pack.rules';
import type { City } from '../generate/city';
import { idOf } from '../generate/ids';
import type { PostedBatch } from '../generate/posted-batches';
import { type FundsHands, SEED } from './funds-hands';
import { insertRows } from './insert-rows';
import type { JournalRow } from './load-journals';
import { shippedPacks } from './shipped-packs';

const HUNDRED_YUAN = 10_000n;
const NUMBER = 'BZ-2018-001（拟）';

/** Of what the lot of the waiting batches has over besides them, some six tenths. */
export async function loadStageContract(
  client: Client,
  city: City,
  hands: FundsHands,
  waiting: readonly PostedBatch[],
): Promise<JournalRow[]> {
  const [batch] = waiting;
  const [pack] = shippedPacks('stage-payments', stagePackKind);
  if (!batch || !pack) return [];
  const { lotId, regionId, path } = batch;
  const lot = city.allotments.flatMap(({ lines }) => lines).find(({ id }) => id === lotId);
  const drawn = new Set(city.batches.filter((each) => each.allotmentLineId === lotId).map(({ id }) => id));
  let over = lot?.amountFen ?? 0n;
  for (const { batchId, amountFen } of city.payments()) if (drawn.has(batchId)) over -= amountFen;
  for (const each of waiting) for (const { fen } of each.lines) over -= fen;
  const contracted = ((over * 6n) / 10n / HUNDRED_YUAN) * HUNDRED_YUAN;
  if (contracted <= 0n) return [];
  const id = idOf(SEED, 'reimbursement', NUMBER);
  const applicant = hands.applicantOf(regionId);
  await insertRows(
    client,
    'funds.reimbursement',
    {
      ...{ id: 'uuid', number: 'text', lot_id: 'uuid', region_id: 'uuid', path: 'text', title: 'text', payee: 'text' },
      ...{ contract_number: 'text', planned: 'bigint', contracted: 'bigint', stages: 'jsonb', scale_limit: 'int' },
      ...{ pack_hash: 'text', made_by: 'uuid', made_on: 'date' },
    },
    [id],
    () => [
      ...[id, NUMBER, lotId, regionId, path, '产业园灌溉管网（拟）', '口镇某水利施工队（拟）'],
      ...['HT-2018-017（拟）', contracted, contracted, JSON.stringify(pack.stages), pack.scaleOverPlanPerTenThousand],
      ...[packHash(pack), applicant, '2018-11-01'],
    ],
  );
  const [start = 0n, substantial = 0n] = stageAmounts(contracted, pack.stages);
  const papers = (...kinds: string[]) =>
    JSON.stringify(kinds.map((kind) => ({ kind, number: `${kind}-2018（拟）`, day: '2018-11-01' })));
  const claims = [
    {
      ...{ id: idOf(SEED, 'stage-claim', `${NUMBER}/start`), stage: 'start', fen: start, state: 'paid' },
      ...{ documents: papers('contract', 'start-report'), appliedOn: '2018-11-02' },
      ...{ approvedBy: hands.approver, approvedOn: '2018-11-06', paidBy: hands.payer, paidOn: '2018-11-08' },
    },
    {
      ...{ id: idOf(SEED, 'stage-claim', `${NUMBER}/substantial`), stage: 'substantial', fen: substantial },
      ...{ documents: papers('progress-certificate', 'expense-list', 'invoice'), appliedOn: '2018-12-20' },
      ...{ state: 'approved', approvedBy: hands.approver, approvedOn: '2018-12-24', paidBy: null, paidOn: null },
    },
  ];
  await insertRows(
    client,
    'funds.stage_claim',
    {
      ...{ id: 'uuid', reimbursement_id: 'uuid', stage: 'text', lot_id: 'uuid', amount: 'bigint', documents: 'jsonb' },
      ...{ state: 'text', region_id: 'uuid', path: 'text', applied_by: 'uuid', applied_on: 'date' },
      ...{ approved_by: 'uuid', approved_on: 'date', paid_by: 'uuid', paid_on: 'date' },
    },
    claims,
    (each) => [
      ...[each.id, id, each.stage, lotId, each.fen, each.documents, each.state, regionId, path],
      ...[applicant, each.appliedOn, each.approvedBy, each.approvedOn, each.paidBy, each.paidOn],
    ],
  );
  const journal = (kind: 'reserve' | 'pay', each: (typeof claims)[number]): JournalRow => ({
    ...{ id: idOf(SEED, 'journal', `${kind}/${each.id}`), kind, document: NUMBER, regionId, path },
    ...{ valueDate: (kind === 'pay' ? each.paidOn : each.appliedOn) ?? each.appliedOn, allotmentId: null },
    ...{
      postedBy: kind === 'pay' ? hands.payer : applicant,
      disbursementId: null,
      lots: [{ lot: lotId, amount: each.fen }],
    },
  });
  return claims.flatMap((each) => [journal('reserve', each), ...(each.paidOn === null ? [] : [journal('pay', each)])]);
}
