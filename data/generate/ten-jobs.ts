// What towns reported on the office's ten jobs (十项工作) in the demo year, and two bright points: enough that every account sees something.
import type { City } from './city';
import { idOf } from './ids';
import { prng } from './prng';

export interface TenJobReportRow {
  id: string;
  job: string;
  quarter: string;
  regionId: string;
  path: string;
  target: number;
  done: number;
  amount: bigint | null;
  note: string;
  reportedBy: string;
  reportedAt: string;
  confirmedBy: string | null;
  confirmedAt: string | null;
}

export interface BrightPointRow {
  id: string;
  regionId: string;
  path: string;
  title: string;
  content: string;
  reportedBy: string;
  reportedAt: string;
  verifiedBy: string | null;
  verifiedAt: string | null;
  adoption: { id: string; regionId: string; path: string; adoptedBy: string; plan: string } | null;
}

/** Job, most of a town's target, and yuan for each that is done. */
const jobs = [
  ['look-back', 240, null],
  ['house-renovation', 30, 14_000],
  ['love-packages', 400, 200],
  ['policy-interpretation', 24, null],
] as const;
const SEED = 371_200;

export function tenJobReports(city: City): TenJobReportRow[] {
  const confirmer = holder(city, 'assessor');
  return city.regions
    .filter(({ kind }) => kind === 'town')
    .flatMap(({ id: regionId, path }) =>
      jobs.flatMap(([job, most, yuan]) => {
        const random = prng(SEED, 'ten-jobs', `${regionId}/${job}`);
        const target = random.between(Math.ceil(most / 3), most);
        const shares = [random.between(20, 50), random.between(51, 90)] as const;
        return shares.map((share, at): TenJobReportRow => {
          const done = Math.floor((target * share) / 100);
          const [quarter, month] = at === 0 ? ['2018Q1', '04'] : ['2018Q2', '07'];
          // Of the second quarter some still wait for the assessor.
          const confirmed = at === 0 || random.perMille(700);
          return {
            id: idOf(SEED, 'ten-job-report', `${regionId}/${job}/${quarter}`),
            job,
            quarter,
            regionId,
            path,
            target,
            done,
            amount: yuan === null ? null : BigInt(done * yuan) * 100n,
            note: '按计划推进，台账附后',
            reportedBy: holder(city, 'town-officer', regionId),
            reportedAt: `2018-${month}-03T02:00:00.000Z`,
            confirmedBy: confirmed ? confirmer : null,
            confirmedAt: confirmed ? `2018-${month}-09T02:00:00.000Z` : null,
          };
        });
      }),
    );
}

export function brightPoints(city: City): BrightPointRow[] {
  const towns = city.regions.filter(({ kind }) => kind === 'town');
  const [first, second, third] = towns;
  if (!first || !second || !third) return [];
  const point = (of: typeof first, key: string, title: string, content: string) => ({
    id: idOf(SEED, 'bright-point', key),
    regionId: of.id,
    path: of.path,
    title,
    content,
    reportedBy: holder(city, 'town-officer', of.id),
    reportedAt: '2018-05-08T02:00:00.000Z',
    verifiedBy: null,
    verifiedAt: null,
    adoption: null,
  });
  return [
    {
      ...point(first, 'ledger', '帮扶台账一户一表', '每户一张帮扶明白纸，村里每月更新上墙，镇里每季抽查。'),
      verifiedBy: holder(city, 'office-director'),
      verifiedAt: '2018-05-20T02:00:00.000Z',
      adoption: {
        id: idOf(SEED, 'bright-point-adoption', 'ledger'),
        regionId: second.id,
        path: second.path,
        adoptedBy: holder(city, 'town-officer', second.id),
        plan: '六月底前在全部贫困户较多的村推开',
      },
    },
    point(third, 'orchard', '合作社带户入股分红', '村集体林地入股合作社，贫困户按户分红。'),
  ];
}

function holder(city: City, post: string, regionId?: string): string {
  const found = city.appointments.find((each) => each.post === post && (!regionId || each.regionId === regionId));
  if (!found) throw new Error(`nobody is appointed ${post}${regionId ? ` of ${regionId}` : ''}`);
  return found.personId;
}
