// Loads what the demo city's fund was used for: uses with the council's resolutions, the parts of lots that they became, and what was paid of them.
import type { Client } from 'pg';
import { type DemoUse, demoUses, minutesHash } from '../generate/charity';
import type { City } from '../generate/city';
import { idOf } from '../generate/ids';
import { cityOf, type FundsHands, SEED, yearOf } from './funds-hands';
import { insertDonationLot } from './load-donation-lot';
import { giftId, giftLotId } from './load-gifts';
import type { JournalRow } from './load-journals';

interface Council {
  fundId: string;
  members: readonly string[];
}

const idOfUse = (number: string) => idOf(SEED, 'charity-use', number);

export async function loadGiftUses(
  client: Client,
  city: City,
  hands: FundsHands,
  council: Council,
): Promise<JournalRow[]> {
  const { id: regionId, path } = cityOf(city);
  const journals: JournalRow[] = [];
  for (const use of demoUses) {
    const place = city.regions.find(({ code }) => code === use.regionCode) ?? cityOf(city);
    const decided = use.metOn && `${use.metOn}T07:00:00Z`;
    await client.query(
      `insert into funds.charity_use (id, fund_id, number, year, kind, purpose, target_group, use_region_id, description, amount, state, drafted_by, drafted_at,
         decided_by, decided_at, region_id, path) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
      [
        ...[
          idOfUse(use.number),
          council.fundId,
          use.number,
          yearOf(use.draftedOn),
          use.kind,
          use.purpose,
          use.target,
          place.id,
        ],
        ...[
          use.description,
          use.fen.toString(),
          decided ? 'approved' : 'drafted',
          hands.drafter,
          `${use.draftedOn}T02:00:00Z`,
        ],
        ...[decided && hands.approver, decided, regionId, path],
      ],
    );
    await client.query(
      `insert into funds.charity_use_source (use_id, lot_id, gift_id, amount, path) values ($1, $2, $3, $4, $5)`,
      [...[idOfUse(use.number), giftLotId(use.gift), giftId(use.gift), use.fen.toString(), path]],
    );
    if (use.metOn === null) continue;
    await resolved(client, use, council, path);
    journals.push(...(await carriedOut(client, city, hands, use)));
  }
  return journals;
}

async function resolved(client: Client, { number, metOn }: DemoUse, { members }: Council, path: string): Promise<void> {
  await client.query(
    `insert into funds.council_resolution (use_id, met_on, seats, present, ayes, quorum, quorum_of, majority, majority_of, minutes_hash, passed, path)
     values ($1, $2, $3, $3, $3, 2, 3, 1, 2, $4, true, $5)`,
    [idOfUse(number), metOn, members.length, minutesHash(number), path],
  );
  await client.query(
    `insert into funds.council_vote (use_id, member_id, vote, path) select $1, given.id, 'for', $2 from unnest($3::uuid[]) as given(id)`,
    [idOfUse(number), path, members],
  );
}

/** A part of the gift's lot, its cash along with it; and what was paid out of that to no household. */
async function carriedOut(client: Client, city: City, hands: FundsHands, use: DemoUse): Promise<JournalRow[]> {
  const { id: regionId, path } = cityOf(city);
  const { number, purpose, fen, paid } = use;
  const day = use.metOn ?? '';
  const [notice, lot, whole] = [idOf(SEED, 'allotment', number), idOf(SEED, 'gift-lot', number), giftLotId(use.gift)];
  await insertDonationLot(client, city, hands, {
    ...{ notice, lot, number: `${number}-1`, day, time: '07:00:00', kind: 'decompose', purpose, fen },
    part: { of: whole, useId: idOfUse(number) },
  });
  const leg = (of: string, account: string, amount: bigint) => ({ lot: of, account, amount });
  const shared = { regionId, path, allotmentId: notice, disbursementId: null, lots: [] };
  const born: JournalRow = {
    ...{
      ...shared,
      id: idOf(SEED, 'journal', `allot/${notice}`),
      kind: 'allot',
      valueDate: day,
      document: `${number}-1`,
    },
    postedBy: hands.approver,
    legs: [
      ...[
        leg(lot, 'issued', -fen),
        leg(lot, 'available', fen),
        leg(whole, 'available', -fen),
        leg(whole, 'decomposed', fen),
      ],
      ...[
        leg(whole, 'cash-held', -fen),
        leg(whole, 'cash-passed', fen),
        leg(lot, 'cash-passed', -fen),
        leg(lot, 'cash-held', fen),
      ],
    ],
  };
  if (!paid) return [born];
  const journal = idOf(SEED, 'journal', `pay/${number}`);
  await client.query(
    `insert into funds.charity_payment (id, use_id, lot_id, payee, item, voucher, amount, state, applied_by, applied_at, decided_by, paid_by, paid_on, journal_id, region_id, path)
     values ($1, $2, $3, $4, $5, $6, $7, 'paid', $8, $9, $10, $11, $12, $13, $14, $15)`,
    [
      ...[
        idOf(SEED, 'charity-payment', number),
        idOfUse(number),
        lot,
        paid.payee,
        paid.item,
        paid.voucher,
        paid.fen.toString(),
      ],
      ...[hands.drafter, `${paid.day}T01:00:00Z`, hands.approver, hands.payer, paid.day, journal, regionId, path],
    ],
  );
  const pay: JournalRow = {
    ...{ ...shared, id: journal, kind: 'pay', valueDate: paid.day, document: paid.voucher, postedBy: hands.payer },
    legs: [
      ...[leg(lot, 'available', -paid.fen), leg(lot, 'paid', paid.fen)],
      ...[leg(lot, 'cash-held', -paid.fen), leg(lot, 'cash-paid', paid.fen)],
    ],
  };
  return [born, pay];
}
