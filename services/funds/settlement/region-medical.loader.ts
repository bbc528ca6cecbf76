// The sums of one-stop settlement of regions, several in one statement; none for a region not wholly in scope.
import { defineLoader, mapBy } from '#platform/graph/loader';

export interface RegionMedicalRow {
  key: string;
  inside: boolean;
  stays: number;
  bill: bigint;
  patientPays: bigint;
  payers: { payer: string; fen: string }[];
}

export const regionYear = (regionId: string, year: number) => `${regionId} ${year}`;

const SUMS = `
select asked.region_id || ' ' || asked.year as key, s.path >= $3 and s.path < $4 as inside, sums.*, shares.payers
from unnest($1::uuid[], $2::int[]) as asked(region_id, year)
join funds.scope s on s.region_id = asked.region_id
cross join lateral (
  select coalesce(sum(sign(t.bill)), 0)::int as stays, coalesce(sum(t.bill), 0)::bigint as bill,
    coalesce(sum(t.patient_pays), 0)::bigint as "patientPays"
  from funds.settlement t where t.path >= s.path and t.path < left(s.path, -1) || '0' and t.year = asked.year
) sums
cross join lateral (
  select coalesce(jsonb_agg(jsonb_build_object('payer', p.payer, 'fen', p.fen::text) order by p.payer), '[]') as payers from (
    select share.payer, sum(share.amount) as fen from funds.settlement_share share join funds.settlement t on t.id = share.settlement_id
    where t.path >= s.path and t.path < left(s.path, -1) || '0' and t.year = asked.year group by share.payer
  ) p
) shares`;

export const medicalOfRegionYear = defineLoader<RegionMedicalRow | null>(
  'one-stop settlement of a region and year',
  () => null,
  async (rows, keys, { inScope }) => {
    const { lo, hi } = await inScope.range();
    const pairs = keys.map((key) => key.split(' '));
    const regions = pairs.map(([region]) => region);
    const years = pairs.map(([, year]) => Number(year));
    return mapBy(await rows.query<RegionMedicalRow>(SUMS, [regions, years, lo, hi]), ({ key }) => key);
  },
);
