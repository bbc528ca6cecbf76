// A notice of the donation book with its one lot (捐赠资金批次): of an accepted gift, or the part of it that a use was given.
import type { Client } from 'pg';
import type { City } from '../generate/city';
import { cityOf, type FundsHands, yearOf } from './funds-hands';

export interface DonationLot {
  notice: string;
  lot: string;
  number: string;
  day: string;
  /** when it was drafted and approved, of that day */
  time: string;
  kind: 'issue' | 'decompose';
  purpose: string;
  fen: bigint;
  giftId?: string;
  part?: { of: string; useId: string };
}

export async function insertDonationLot(
  client: Client,
  city: City,
  hands: FundsHands,
  told: DonationLot,
): Promise<void> {
  const { id: regionId, path } = cityOf(city);
  const { notice, lot, number, day, time, kind, purpose, fen, giftId = null, part } = told;
  const year = yearOf(day);
  await client.query(
    `insert into funds.allotment (id, number, issued_on, year, source_level, purpose, region_id, path, state, drafted_by, drafted_at, approved_by, approved_at, book, kind)
     values ($1, $2, $3, $4, 'city', $5, $6, $7, 'issued', $8, $9, $10, $9, 'donation', $11)`,
    [notice, number, day, year, purpose, regionId, path, hands.drafter, `${day}T${time}Z`, hands.approver, kind],
  );
  await client.query(
    `insert into funds.allotment_line (id, allotment_id, purpose, year, region_id, path, amount, book, gift_id, parent_line_id, use_id)
     values ($1, $2, $3, $4, $5, $6, $7, 'donation', $8, $9, $10)`,
    [lot, notice, purpose, year, regionId, path, fen.toString(), giftId, part?.of ?? null, part?.useId ?? null],
  );
}
