// Batches that the demo city pays by card (一卡通演示批次): one that is complete, and one of which a line failed and waits to be corrected.
import type { City } from './city';
import { idOf } from './ids';
import type { PaymentRow } from './money-rows';
import type { PostedBatch } from './posted-batches';

export interface CardPaidBatch extends PostedBatch {
  /** of the list of cards */
  listId: string;
  listNumber: string;
  listedOn: string;
  verifiedOn: string;
  paidOn: string;
  /** place of the line that failed */
  failed: number | null;
}

const SEED = 371_200;
const PAYEES = 4;
/** Small, so that what the lot has over pays them too. */
const EACH = 1860n;

/** On the lot of the batches that wait, for whoever stood on the town's last list after their payees. */
export function cardBatches(city: City, waiting: readonly PostedBatch[]): CardPaidBatch[] {
  const [like] = waiting;
  if (!like) return [];
  const last = city.batches.findLast(({ allotmentLineId }) => allotmentLineId === like.lotId);
  const onLot = new Set(city.batches.filter((each) => each.allotmentLineId === like.lotId).map(({ id }) => id));
  const taken = new Set(like.lines.map(({ householdId }) => householdId));
  const lot = city.allotments.flatMap(({ lines }) => lines).find(({ id }) => id === like.lotId);
  let over = lot?.amountFen ?? 0n;
  for (const { lines } of waiting) for (const { fen } of lines) over -= fen;
  const payees: PaymentRow[] = [];
  for (const payment of city.payments()) {
    if (onLot.has(payment.batchId)) over -= payment.amountFen;
    if (payment.batchId === last?.id && !taken.has(payment.householdId) && payees.length < PAYEES) payees.push(payment);
  }
  if (payees.length < PAYEES || over < EACH * BigInt(2 * PAYEES)) return [];
  return [null, 2].map((failed, at): CardPaidBatch => {
    const number = `2018一卡通${String(at + 1).padStart(2, '0')}-371202100`;
    const listId = idOf(SEED, 'card-batch', number);
    return {
      ...like,
      ...{ id: idOf(SEED, 'card-disbursement', number), number, documentNumber: `莱扶办发〔2018〕${at + 31}号（拟）` },
      ...{ appliedOn: '2018-11-20', approvedOn: '2018-11-28', listedOn: '2018-12-03', verifiedOn: '2018-12-04' },
      ...{ paidOn: '2018-12-17', failed, listId },
      listNumber: `YK${listId.replaceAll('-', '').slice(-14)}`.toUpperCase(),
      lines: payees.map(({ householdId, regionId, path, payee, maskedCard }) => ({
        ...{ id: idOf(SEED, 'card-payment', `${number}/${householdId}`), householdId, regionId, path },
        ...{ fen: EACH, payee, maskedCard },
      })),
    };
  });
}
