// Loads batches that wait to be paid, with the approval that their flow asked for; answers the journals that reserved their money.
import type { Client } from 'pg';
import { idOf } from '../generate/ids';
import type { PostedBatch } from '../generate/posted-batches';
import { type FundsHands, SEED } from './funds-hands';
import { insertApprovals } from './insert-approvals';
import { insertRows } from './insert-rows';
import type { JournalRow } from './load-journals';

export async function loadPostedBatches(
  client: Client,
  batches: readonly PostedBatch[],
  hands: FundsHands,
): Promise<JournalRow[]> {
  const totalOf = ({ lines }: PostedBatch) => lines.reduce((sum, { fen }) => sum + fen, 0n);
  await insertRows(
    client,
    'funds.disbursement',
    {
      ...{ id: 'uuid', number: 'text', lot_id: 'uuid', purpose: 'text', year: 'int', document_number: 'text' },
      ...{ region_id: 'uuid', path: 'text', total: 'bigint', line_count: 'int', state: 'text' },
      ...{ applied_by: 'uuid', applied_on: 'date', approved_by: 'uuid', approved_on: 'date' },
    },
    batches,
    (batch) => [
      ...[batch.id, batch.number, batch.lotId, batch.purpose, batch.year, batch.documentNumber],
      ...[batch.regionId, batch.path, totalOf(batch), batch.lines.length, 'approved'],
      ...[hands.applicantOf(batch.regionId), batch.appliedOn, hands.approver, batch.approvedOn],
    ],
  );
  await insertRows(
    client,
    'funds.disbursement_line',
    {
      ...{ id: 'uuid', disbursement_id: 'uuid', lot_id: 'uuid', purpose: 'text', year: 'int', household_id: 'uuid' },
      ...{ region_id: 'uuid', path: 'text', amount: 'bigint', payee: 'text', masked_card: 'text', state: 'text' },
    },
    batches.flatMap((batch) => batch.lines.map((line) => ({ batch, line }))),
    ({ batch, line }) => [
      ...[line.id, batch.id, batch.lotId, batch.purpose, batch.year, line.householdId],
      ...[line.regionId, line.path, line.fen, line.payee, line.maskedCard, 'reserved'],
    ],
  );
  await insertApprovals(client, batches, hands);
  return batches.map((batch) => ({
    ...{ id: idOf(SEED, 'journal', `reserve/${batch.id}`), kind: 'reserve', valueDate: batch.appliedOn },
    ...{ document: batch.documentNumber, postedBy: hands.applicantOf(batch.regionId), regionId: batch.regionId },
    ...{ path: batch.path, allotmentId: null, disbursementId: batch.id },
    lots: [{ lot: batch.lotId, amount: totalOf(batch) }],
  }));
}
