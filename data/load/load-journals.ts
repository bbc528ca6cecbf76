// Loads journals of the ledger with their postings, and the balances that they come to.
import type { Client } from 'pg';
import {
  cashLegsOf,
  type JournalKind,
  type LotAmount,
  legsOf,
  type MoveKind,
} from '../../services/funds/ledger/ledger.rules';
import { insertRows } from './insert-rows';

export interface JournalRow {
  id: string;
  kind: JournalKind;
  valueDate: string;
  document: string;
  postedBy: string;
  regionId: string;
  path: string;
  allotmentId: string | null;
  disbursementId: string | null;
  /** of what moved one line alone */
  lineId?: string;
  lots: LotAmount[];
  /** where its kind alone does not say what moves */
  legs?: readonly { lot: string; account: string; amount: bigint }[];
}

const BALANCES = `insert into funds.balance (lot_id, account, amount, path)
  select p.lot_id, p.account, sum(p.amount), line.path from funds.posting p join funds.allotment_line line on line.id = p.lot_id
  group by p.lot_id, p.account, line.path`;

export async function loadJournals(client: Client, journals: readonly JournalRow[]): Promise<void> {
  await insertRows(
    client,
    'funds.journal',
    {
      id: 'uuid',
      kind: 'text',
      value_date: 'date',
      booked_at: 'timestamptz',
      document: 'text',
      posted_by: 'uuid',
      region_id: 'uuid',
      path: 'text',
      allotment_id: 'uuid',
      disbursement_id: 'uuid',
      line_id: 'uuid',
    },
    journals,
    (row) => [
      row.id,
      row.kind,
      row.valueDate,
      `${row.valueDate}T03:00:00Z`,
      row.document,
      row.postedBy,
      row.regionId,
      row.path,
      row.allotmentId,
      row.disbursementId,
      row.lineId ?? null,
    ],
  );
  await insertRows(
    client,
    'funds.posting',
    { journal_id: 'uuid', lot_id: 'uuid', account: 'text', amount: 'bigint', path: 'text' },
    journals.flatMap((journal) => allLegsOf(journal).map((leg) => ({ ...leg, journal }))),
    ({ journal, lot, account, amount }) => [journal.id, lot, account, amount, journal.path],
  );
  await client.query(BALANCES);
}

/** In both books: cash comes in by `receive`, and moves with what is paid. */
function allLegsOf({
  kind,
  lots,
  legs: told,
}: JournalRow): readonly { lot: string; account: string; amount: bigint }[] {
  if (told) return told;
  if (kind === 'receive')
    return lots.flatMap(({ lot, amount }) => [
      { lot, account: 'cash-received', amount: -amount },
      { lot, account: 'cash-held', amount },
    ]);
  const legs = legsOf(kind as MoveKind, lots);
  return [...legs, ...cashLegsOf(legs)];
}
