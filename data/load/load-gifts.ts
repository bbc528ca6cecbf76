// Loads the gifts of the demo city's fund, with their goods; each accepted one of money is a lot of the donation book.
import type { Client } from 'pg';
import { demoGifts, receiptCodeHash } from '../generate/charity';
import type { City } from '../generate/city';
import { idOf } from '../generate/ids';
import { cityOf, type FundsHands, SEED } from './funds-hands';
import { insertDonationLot } from './load-donation-lot';
import type { JournalRow } from './load-journals';

export const giftId = (number: string) => idOf(SEED, 'gift', number);
export const giftLotId = (number: string) => idOf(SEED, 'gift-lot', number);
const UNDESIGNATED = 'donated-relief';

export async function loadGifts(client: Client, city: City, hands: FundsHands, fundId: string): Promise<JournalRow[]> {
  const { id: regionId, path } = cityOf(city);
  // Zones have no code: none is not one of theirs.
  const regionOf = (code: string | null) =>
    city.regions.find((region) => code !== null && region.code === code)?.id ?? null;
  const journals: JournalRow[] = [];
  for (const gift of demoGifts) {
    const isMoney = gift.kind === 'money';
    const { arrivedOn, acceptedOn, receipt } = gift;
    await client.query(
      `insert into funds.gift (id, fund_id, number, kind, donor_kind, donor_name, anonymous, voluntary, agreement_number, purpose, restricted_region_id, target_group,
         promised, kept_region_id, promised_on, state, recorded_by, recorded_at, received, arrived_on, arrival_voucher, arrived_by, accepted_by, accepted_on,
         receipt_number, receipt_code_hash, receipted_on, receipted_by, region_id, path)
       values ($1, $2, $3, $4, $5, $6, $7, true, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $12, $14, $18, $16, $19, $20, $21, $22, $23, $24, $25, $26)`,
      [
        ...[giftId(gift.number), fundId, gift.number, gift.kind, gift.donorKind, gift.donor, gift.isAnonymous],
        ...[
          `${gift.number}协议`,
          gift.purpose,
          isMoney ? regionOf(gift.regionCode) : null,
          gift.target,
          gift.fen.toString(),
        ],
        ...[isMoney ? null : regionOf(gift.regionCode), arrivedOn, acceptedOn ? 'accepted' : 'arrived', hands.drafter],
        ...[`${arrivedOn}T02:00:00Z`, `回单${gift.number}`, acceptedOn && hands.approver, acceptedOn],
        ...[
          receipt,
          receipt && receiptCodeHash(receipt),
          receipt && acceptedOn,
          receipt && hands.payer,
          regionId,
          path,
        ],
      ],
    );
    for (const { good, unit, quantity, fen, by } of gift.items)
      await client.query(
        `insert into funds.gift_item (id, gift_id, good, unit, quantity, value, valued_by, valuation_document, region_id, path) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        [
          ...[
            idOf(SEED, 'gift-item', `${gift.number}/${good}`),
            giftId(gift.number),
            good,
            unit,
            quantity,
            fen.toString(),
            by,
          ],
          ...[by === 'invoice' ? `发票（拟）${good}` : `评估（拟）${good}`, regionId, path],
        ],
      );
    if (isMoney && acceptedOn) journals.push(...(await bearLot(client, city, hands, { ...gift, acceptedOn })));
  }
  return journals;
}

async function bearLot(
  client: Client,
  city: City,
  hands: FundsHands,
  gift: (typeof demoGifts)[number] & { acceptedOn: string },
): Promise<JournalRow[]> {
  const { id: regionId, path } = cityOf(city);
  const { number, acceptedOn, arrivedOn, fen } = gift;
  const notice = idOf(SEED, 'allotment', number);
  const lot = giftLotId(number);
  const purpose = gift.purpose ?? UNDESIGNATED;
  const cash = idOf(SEED, 'journal', `receive/${number}`);
  await insertDonationLot(client, city, hands, {
    ...{ notice, lot, number, day: acceptedOn, time: '02:00:00', kind: 'issue', purpose, fen },
    giftId: giftId(number),
  });
  const voucher = `回单${number}`;
  await client.query(
    `insert into funds.cash_receipt (id, allotment_id, book, kind, voucher, amount, value_date, journal_id, recorded_by, recorded_at, region_id, path)
     values ($1, $2, 'donation', 'receive', $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      idOf(SEED, 'cash-receipt', voucher),
      notice,
      voucher,
      fen.toString(),
      arrivedOn,
      cash,
      hands.drafter,
      `${acceptedOn}T02:00:00Z`,
      regionId,
      path,
    ],
  );
  const shared = { regionId, path, allotmentId: notice, disbursementId: null, lots: [], postedBy: hands.approver };
  const moves = (from: string, to: string) => [
    { lot, account: from, amount: -fen },
    { lot, account: to, amount: fen },
  ];
  return [
    {
      ...{
        ...shared,
        id: idOf(SEED, 'journal', `allot/${notice}`),
        kind: 'allot',
        valueDate: acceptedOn,
        document: number,
      },
      legs: moves('issued', 'available'),
    },
    {
      ...shared,
      id: cash,
      kind: 'receive',
      valueDate: arrivedOn,
      document: voucher,
      legs: moves('cash-received', 'cash-held'),
    },
  ];
}
