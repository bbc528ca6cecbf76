// The sums of one-stop settlement of regions, several in one statement; none for a region not wholly in scope.
import { defineLoader } from '#platform/graph/loader';
import { rangesOf } from '../region-day/region-ranges.query';

export interface RegionMedicalRow {
  key: string;
  stays: number;
  bill: bigint;
  patientPays: bigint;
  payers: { payer: string; fen: string }[];
}

const SUMS = `
select asked.key, sums.*, shares.payers
from unnest((select $1::text[]), (select $2::int[]), (select $3::text[]), (select $4::text[])) as asked(key, year, lo, hi)
cross join lateral (
  select coalesce(sum(sign(t.bill)), 0)::int as stays, coalesce(sum(t.bill), 0)::bigint as bill,
    coalesce(sum(t.patient_pays), 0)::bigint as "patientPays"
  from funds.settlement t where t.path >= asked.lo collate "C" and t.path < asked.hi collate "C" and t.year = asked.year
) sums
cross join lateral (
  select coalesce(jsonb_agg(jsonb_build_object('payer', p.payer, 'fen', p.fen::text) order by p.payer), '[]') as payers from (
    select share.payer, sum(share.amount) as fen from funds.settlement_share share join funds.settlement t on t.id = share.settlement_id
    where t.path >= asked.lo collate "C" and t.path < asked.hi collate "C" and t.year = asked.year group by share.payer
  ) p
) shares`;

export const medicalOfRegionYear = defineLoader<RegionMedicalRow | null>(
  'one-stop settlement of a region and year',
  () => null,
  async (rows, keys, context) => {
    const asked = await rangesOf(context, keys);
    const found = await rows.query<RegionMedicalRow>(SUMS, [
      asked.map(({ key }) => key),
      asked.map(({ period }) => Number(period)),
      asked.map(({ lo }) => lo),
      asked.map(({ hi }) => hi),
    ]);
    const sums = new Map<string, RegionMedicalRow>();
    for (const row of found) sums.set(row.key, added(sums.get(row.key), row));
    return sums;
  },
);

function added(sum: RegionMedicalRow | undefined, row: RegionMedicalRow): RegionMedicalRow {
  if (!sum) return row;
  const fens = new Map(sum.payers.map(({ payer, fen }) => [payer, BigInt(fen)]));
  for (const { payer, fen } of row.payers) fens.set(payer, (fens.get(payer) ?? 0n) + BigInt(fen));
  return {
    key: row.key,
    stays: sum.stays + row.stays,
    bill: sum.bill + row.bill,
    patientPays: sum.patientPays + row.patientPays,
    payers: [...fens].sort().map(([payer, fen]) => ({ payer, fen: fen.toString() })),
  };
}
