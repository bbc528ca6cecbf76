// Loads the allotment notices of the year with their lines; answers the journals by which their money is born.
import type { Client } from 'pg';
import { fundUseKind } from '../../services/funds/book/fund-use-pack.rules';
import type { City } from '../generate/city';
import { idOf } from '../generate/ids';
import { cityOf, type FundsHands, SEED, yearOf } from './funds-hands';
import { insertRows } from './insert-rows';

import type { JournalRow } from './load-journals';
import { shippedPacks } from './shipped-packs';

export async function loadAllotments(client: Client, city: City, hands: FundsHands): Promise<JournalRow[]> {
  const regions = new Map(city.regions.map((region) => [region.id, region]));
  const whole = cityOf(city);
  const issuerOf = (regionId: string) => regions.get(regions.get(regionId)?.parentId ?? '') ?? whole;
  const notices = city.allotments.map((notice) => {
    const [first] = notice.lines;
    const issuer = notice.sourceLevel === 'district' && first ? issuerOf(first.regionId) : whole;
    return { ...notice, issuer };
  });
  await insertRows(
    client,
    'funds.allotment',
    {
      id: 'uuid',
      number: 'text',
      issued_on: 'date',
      year: 'int',
      source_level: 'text',
      purpose: 'text',
      region_id: 'uuid',
      path: 'text',
      state: 'text',
      drafted_by: 'uuid',
      drafted_at: 'timestamptz',
      approved_by: 'uuid',
      approved_at: 'timestamptz',
      direction: 'text',
      budget_subject: 'text',
    },
    notices,
    ({ id, number, issuedOn, sourceLevel, purpose, issuer }) => [
      id,
      number,
      issuedOn,
      yearOf(issuedOn),
      sourceLevel,
      purpose,
      issuer.id,
      issuer.path,
      'issued',
      hands.drafter,
      `${issuedOn}T01:00:00Z`,
      hands.payer,
      `${issuedOn}T02:00:00Z`,
      useOf(purpose).direction,
      useOf(purpose).budgetSubject,
    ],
  );
  await insertRows(
    client,
    'funds.allotment_line',
    {
      id: 'uuid',
      allotment_id: 'uuid',
      purpose: 'text',
      year: 'int',
      region_id: 'uuid',
      path: 'text',
      amount: 'bigint',
    },
    notices.flatMap((notice) => notice.lines.map((line) => ({ notice, line }))),
    ({ notice, line }) => [
      line.id,
      notice.id,
      notice.purpose,
      yearOf(notice.issuedOn),
      line.regionId,
      regions.get(line.regionId)?.path,
      line.amountFen,
    ],
  );
  const receipts = notices.map((notice) => ({
    ...notice,
    journalId: idOf(SEED, 'journal', `receive/${notice.id}`),
    voucher: `国库（拟）${notice.number}`,
    fen: notice.lines.reduce((sum, line) => sum + line.amountFen, 0n),
  }));
  await insertRows(
    client,
    'funds.cash_receipt',
    {
      id: 'uuid',
      allotment_id: 'uuid',
      book: 'text',
      kind: 'text',
      voucher: 'text',
      amount: 'bigint',
      value_date: 'date',
      journal_id: 'uuid',
      recorded_by: 'uuid',
      recorded_at: 'timestamptz',
      region_id: 'uuid',
      path: 'text',
    },
    receipts,
    ({ id, journalId, voucher, fen, issuedOn, issuer }) => [
      idOf(SEED, 'cash-receipt', id),
      id,
      'special',
      'receive',
      voucher,
      fen,
      issuedOn,
      journalId,
      hands.payer,
      `${issuedOn}T03:00:00Z`,
      issuer.id,
      issuer.path,
    ],
  );
  return receipts.flatMap(({ id, number, issuedOn, issuer, lines, journalId, voucher }) => {
    const journal = {
      valueDate: issuedOn,
      postedBy: hands.payer,
      regionId: issuer.id,
      path: issuer.path,
      allotmentId: id,
      disbursementId: null,
      lots: lines.map((line) => ({ lot: line.id, amount: line.amountFen })),
    };
    // The treasury pays a notice in on the day of its issue (assumed): the demo city's own days of receipt are unknown.
    return [
      { ...journal, id: idOf(SEED, 'journal', `allot/${id}`), kind: 'allot' as const, document: number },
      { ...journal, id: journalId, kind: 'receive' as const, document: voucher },
    ];
  });
}

/** Direction and subject as the shipped pack of uses has them. */
function useOf(code: string) {
  const found = shippedPacks('fund-uses', fundUseKind)
    .flatMap(({ purposes }) => purposes)
    .find((purpose) => purpose.code === code);
  if (!found) throw new Error(`the pack of uses does not know ${code}`);
  return found;
}
