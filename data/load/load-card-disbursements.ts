// Loads the batches that are paid by card, and answers their journals: one that reserved the whole, and one for each line that arrived.
import type { Client } from 'pg';
import type { CardPaidBatch } from '../generate/card-batches';
import { idOf } from '../generate/ids';
import { type FundsHands, SEED } from './funds-hands';
import { insertApprovals } from './insert-approvals';
import { insertRows } from './insert-rows';
import type { JournalRow } from './load-journals';

export const cardJournal = (lineId: string): string => idOf(SEED, 'journal', `card/${lineId}`);

export async function loadCardDisbursements(
  client: Client,
  batches: readonly CardPaidBatch[],
  hands: FundsHands,
): Promise<JournalRow[]> {
  const totalOf = ({ lines }: CardPaidBatch) => lines.reduce((sum, { fen }) => sum + fen, 0n);
  const paidOf = ({ failed, paidOn }: CardPaidBatch) => (failed === null ? [hands.payer, paidOn] : [null, null]);
  await insertRows(
    client,
    'funds.disbursement',
    {
      ...{ id: 'uuid', number: 'text', lot_id: 'uuid', purpose: 'text', year: 'int', document_number: 'text' },
      ...{ region_id: 'uuid', path: 'text', total: 'bigint', line_count: 'int', state: 'text' },
      ...{ applied_by: 'uuid', applied_on: 'date', approved_by: 'uuid', approved_on: 'date' },
      ...{ paid_by: 'uuid', paid_on: 'date' },
    },
    batches,
    (batch) => [
      ...[batch.id, batch.number, batch.lotId, batch.purpose, batch.year, batch.documentNumber, batch.regionId],
      ...[batch.path, totalOf(batch), batch.lines.length, batch.failed === null ? 'paid' : 'approved'],
      ...[hands.applicantOf(batch.regionId), batch.appliedOn, hands.approver, batch.approvedOn, ...paidOf(batch)],
    ],
  );
  const lines = batches.flatMap((batch) =>
    batch.lines.map((line, at) => ({ batch, line, paidOn: at === batch.failed ? null : batch.paidOn })),
  );
  await insertRows(
    client,
    'funds.disbursement_line',
    {
      ...{ id: 'uuid', disbursement_id: 'uuid', lot_id: 'uuid', purpose: 'text', year: 'int', household_id: 'uuid' },
      ...{ region_id: 'uuid', path: 'text', amount: 'bigint', payee: 'text', masked_card: 'text', state: 'text' },
      paid_on: 'date',
    },
    lines,
    ({ batch, line, paidOn }) => [
      ...[line.id, batch.id, batch.lotId, batch.purpose, batch.year, line.householdId, line.regionId, line.path],
      ...[line.fen, line.payee, line.maskedCard, paidOn === null ? 'reserved' : 'paid', paidOn],
    ],
  );
  await insertApprovals(client, batches, hands);
  const journalOf = ({ documentNumber, regionId, path, id }: CardPaidBatch) => ({
    ...{ document: documentNumber, regionId, path, allotmentId: null, disbursementId: id },
  });
  const reserved = batches.map(
    (batch): JournalRow => ({
      ...{ ...journalOf(batch), id: idOf(SEED, 'journal', `reserve/${batch.id}`), kind: 'reserve' },
      ...{ valueDate: batch.appliedOn, postedBy: hands.applicantOf(batch.regionId) },
      lots: [{ lot: batch.lotId, amount: totalOf(batch) }],
    }),
  );
  const paid = lines.flatMap(({ batch, line, paidOn }): JournalRow[] =>
    paidOn === null
      ? []
      : [
          {
            ...{ ...journalOf(batch), id: cardJournal(line.id), kind: 'pay', valueDate: paidOn, lineId: line.id },
            ...{ postedBy: hands.payer, lots: [{ lot: batch.lotId, amount: line.fen }] },
          },
        ],
  );
  return [...reserved, ...paid];
}
