// Batches that wait to be paid (待支付批次): approved at the turn of the year, their lists posted and the days over, so that a new user pays one.
import type { City } from './city';
import { idOf } from './ids';

export interface PostedBatch {
  id: string;
  number: string;
  documentNumber: string;
  lotId: string;
  purpose: string;
  year: number;
  regionId: string;
  path: string;
  appliedOn: string;
  approvedOn: string;
  lines: {
    id: string;
    householdId: string;
    regionId: string;
    path: string;
    fen: bigint;
    payee: string;
    maskedCard: string;
  }[];
}

const SEED = 371_200;
const TOWN = '371202100';
const COUNT = 10;
/** Small, so that what a lot has over pays them all. */
const AMOUNTS = [1234n, 566n];

export function postedBatches(city: City): PostedBatch[] {
  const town = city.regions.find(({ code }) => code === TOWN);
  const notice = city.allotments.findLast(({ lines }) => lines.some(({ regionId }) => regionId === town?.id));
  const lot = notice?.lines.find(({ regionId }) => regionId === town?.id);
  if (!town || !notice || !lot) return [];
  // Whoever stood on the town's last list stands on these too: their payee and card are known.
  const last = city.batches.findLast(({ allotmentLineId }) => allotmentLineId === lot.id);
  const paid = [...city.payments()].filter(({ batchId }) => batchId === last?.id);
  const over = lot.amountFen - paid.reduce((sum, { amountFen }) => sum + amountFen, 0n);
  const each = AMOUNTS.reduce((sum, fen) => sum + fen, 0n);
  const payees = paid.slice(0, AMOUNTS.length);
  if (payees.length < AMOUNTS.length || over < each * BigInt(COUNT)) return [];
  return Array.from({ length: COUNT }, (_, at): PostedBatch => {
    const number = `2018补发${String(at + 1).padStart(2, '0')}-${TOWN}`;
    return {
      ...{ id: idOf(SEED, 'posted-batch', number), number, documentNumber: `莱扶办发〔2019〕${at + 1}号（拟）` },
      ...{ lotId: lot.id, purpose: notice.purpose, year: Number(notice.issuedOn.slice(0, 4)) },
      ...{ regionId: town.id, path: town.path, appliedOn: '2018-12-19', approvedOn: '2019-01-07' },
      lines: payees.map(({ householdId, regionId, path, payee, maskedCard }, place) => ({
        ...{ id: idOf(SEED, 'posted-line', `${number}/${householdId}`), householdId, regionId, path },
        ...{ fen: AMOUNTS[place] ?? 0n, payee, maskedCard },
      })),
    };
  });
}
