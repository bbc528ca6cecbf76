// Lists exposures: what is published, for everybody; and all of a range, drafts among them, for the office.
import { keysOf, type Page, type PageArgs, pageOf, pageSize } from '#platform/database/page';
import type { Context } from '#platform/graph/context';
import { todayInBeijing } from '#platform/graph/today';
import { isId } from '#platform/vocabulary/id';
import { Exposure } from './exposure.entity';
import { dutiesOf, type QuarterDuty } from './exposure.rules';

export async function listExposures(
  { inScope }: Context,
  args: PageArgs & { quarter?: string | null },
): Promise<Page<Exposure>> {
  const size = pageSize(args.first);
  const [before = null] = keysOf(args.after, 1) ?? [];
  if (before && !isId(before)) return pageOf<Exposure>([], size);
  const found = await inScope.read(
    (rows) =>
      rows.select(
        Exposure,
        'where t.published_at is not null and ($1::uuid is null or t.id < $1) and ($2::text is null or t.quarter = $2) order by t.id desc limit $3',
        [before, args.quarter ?? null, size + 1],
      ),
    'public',
  );
  return pageOf(found.map(asPublic), size);
}

/** That it was withdrawn and why stays public; what it said does not. */
function asPublic(exposure: Exposure): Exposure {
  return exposure.withdrawnAt === null ? exposure : Object.assign(exposure, { text: null, link: null, answer: null });
}

export async function listOfficeExposures({ inScope }: Context, args: PageArgs): Promise<Page<Exposure>> {
  const size = pageSize(args.first);
  const [before = null] = keysOf(args.after, 1) ?? [];
  if (before && !isId(before)) return pageOf<Exposure>([], size);
  const { lo, hi } = await inScope.range();
  const found = await inScope.read((rows) =>
    rows.select(
      Exposure,
      'where t.path >= $1 and t.path < $2 and ($3::uuid is null or t.id < $3) order by t.id desc limit $4',
      [lo, hi, before, size + 1],
    ),
  );
  return pageOf(found, size);
}

export async function listExposureDuties(context: Context, year: number): Promise<QuarterDuty[]> {
  const { lo, hi } = await context.inScope.range();
  const [today, counted] = await Promise.all([
    todayInBeijing.load(context, 'today'),
    context.inScope.read(({ query }) =>
      query<{ quarter: string; published: number }>(
        `select quarter, count(*)::int as published from assessments.exposure
         where path >= $1 and path < $2 and published_at is not null and withdrawn_at is null and quarter like $3 group by quarter`,
        [lo, hi, `${year}Q_`],
      ),
    ),
  ]);
  return dutiesOf(year, new Map(counted.map(({ quarter, published }) => [quarter, published])), today);
}
