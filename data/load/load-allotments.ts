// Loads the allotment notices of the year with their lines; answers the journals by which their money is born.
import type { Client } from 'pg';
import type { City } from '../generate/city';
import { idOf } from '../generate/ids';
import { cityOf, type FundsHands, SEED, yearOf } from './funds-hands';
import { insertRows } from './insert-rows';
import type { JournalRow } from './load-journals';

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
  return notices.map(({ id, number, issuedOn, issuer, lines }) => ({
    id: idOf(SEED, 'journal', `allot/${id}`),
    kind: 'allot',
    valueDate: issuedOn,
    document: number,
    postedBy: hands.payer,
    regionId: issuer.id,
    path: issuer.path,
    allotmentId: id,
    disbursementId: null,
    lots: lines.map((line) => ({ lot: line.id, amount: line.amountFen })),
  }));
}
