// Loads the batches of the year with their payment lines; answers the journals that reserved and paid their money.
import type { Client } from 'pg';
import type { City } from '../generate/city';
import { idOf } from '../generate/ids';
import { type FundsHands, SEED, yearOf } from './funds-hands';
import { insertRows } from './insert-rows';
import type { JournalRow } from './load-journals';

export async function loadDisbursements(
  client: Client,
  city: City,
  hands: FundsHands,
  tick: (rows: number) => void,
): Promise<JournalRow[]> {
  const totals = new Map<string, { fen: bigint; lines: number }>();
  for (const { batchId, amountFen } of city.payments()) {
    const sum = totals.get(batchId) ?? { fen: 0n, lines: 0 };
    totals.set(batchId, { fen: sum.fen + amountFen, lines: sum.lines + 1 });
  }
  const batches = city.batches
    .filter(({ id }) => totals.has(id))
    .map((batch) => ({ ...batch, total: totals.get(batch.id)?.fen ?? 0n, lines: totals.get(batch.id)?.lines ?? 0 }));
  await insertRows(
    client,
    'funds.disbursement',
    {
      id: 'uuid',
      number: 'text',
      lot_id: 'uuid',
      purpose: 'text',
      year: 'int',
      document_number: 'text',
      region_id: 'uuid',
      path: 'text',
      total: 'bigint',
      line_count: 'int',
      state: 'text',
      applied_by: 'uuid',
      applied_on: 'date',
      approved_by: 'uuid',
      approved_on: 'date',
      paid_by: 'uuid',
      paid_on: 'date',
    },
    batches,
    (batch) => [
      batch.id,
      batch.number,
      batch.allotmentLineId,
      batch.purpose,
      yearOf(batch.appliedOn),
      batch.documentNumber,
      batch.regionId,
      batch.path,
      batch.total,
      batch.lines,
      'paid',
      hands.applicantOf(batch.regionId),
      batch.appliedOn,
      hands.approver,
      batch.approvedOn,
      hands.payer,
      batch.paidOn,
    ],
  );
  const batchOf = new Map(batches.map((batch) => [batch.id, batch]));
  await insertRows(
    client,
    'funds.disbursement_line',
    {
      id: 'uuid',
      disbursement_id: 'uuid',
      lot_id: 'uuid',
      purpose: 'text',
      year: 'int',
      household_id: 'uuid',
      region_id: 'uuid',
      path: 'text',
      amount: 'bigint',
      payee: 'text',
      masked_card: 'text',
      state: 'text',
      paid_on: 'date',
    },
    city.payments(),
    ({ id, batchId, householdId, regionId, path, amountFen, payee, maskedCard }) => {
      const batch = batchOf.get(batchId);
      if (!batch) throw new Error(`payment line ${id} belongs to no batch`);
      return [
        id,
        batchId,
        batch.allotmentLineId,
        batch.purpose,
        yearOf(batch.appliedOn),
        householdId,
        regionId,
        path,
        amountFen,
        payee,
        maskedCard,
        'paid',
        batch.paidOn,
      ];
    },
    tick,
  );
  return batches.flatMap((batch) =>
    (['reserve', 'pay'] as const).map((kind) => ({
      id: idOf(SEED, 'journal', `${kind}/${batch.id}`),
      kind,
      valueDate: kind === 'reserve' ? batch.appliedOn : batch.paidOn,
      document: batch.documentNumber,
      postedBy: kind === 'reserve' ? hands.applicantOf(batch.regionId) : hands.payer,
      regionId: batch.regionId,
      path: batch.path,
      allotmentId: null,
      disbursementId: batch.id,
      lots: [{ lot: batch.allotmentLineId, amount: batch.total }],
    })),
  );
}
