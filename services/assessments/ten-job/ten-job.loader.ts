// The ten jobs of regions (十项工作), several in one go: the pack in force once, reports in one statement, funds asked once a quarter.
import type { Context } from '#platform/graph/context';
import { defineLoader } from '#platform/graph/loader';
import { packInForce } from '#platform/graph/pack/pack-in-force';
import { parseQuarter } from '#platform/vocabulary/calendar-day';
import { parseYuan } from '#platform/vocabulary/money';
import { isWithin } from '#platform/vocabulary/region';
import { JobFigures, TenJob } from './ten-job.entity';
import { JOB_SUMS, type JobSum } from './ten-job.query';
import { overdueOf } from './ten-job.rules';
import { type JobLine, tenJobsKind } from './ten-jobs-pack.rules';

interface FundsFacts {
  regionId: string;
  batchesApproved: number;
  batchesPaid: number;
  paid: string;
  stays: number;
  borneByPayers: string;
  paidBy: { purpose: string; paid: string }[];
}
const QUERY =
  'query($ids:[ID!]!,$quarter:String!){jobFacts(regionIds:$ids,quarter:$quarter){regionId batchesApproved batchesPaid paid stays borneByPayers paidBy{purpose paid}}}';

/** `2018Q1 <region id>`; null where the region is not wholly in range, an empty list where no pack is in force. */
export const tenJobsOfRegion = defineLoader<TenJob[] | null, `${string} ${string}`>(
  'ten jobs of region',
  () => null,
  async (rows, keys, context) => {
    const range = await context.inScope.range();
    const asked = keys.map((key) => key.split(' ') as [string, string]);
    const sums = await rows.query<JobSum>(JOB_SUMS, [asked.map(([, id]) => id), asked.map(([quarter]) => quarter)]);
    const found = new Map<string, TenJob[]>();
    for (const quarter of new Set(asked.map(([each]) => each))) {
      const within = sums.filter((sum) => sum.quarter === quarter && isWithin(sum.path, range));
      const ids = [...new Set(within.map(({ regionId }) => regionId))];
      if (ids.length === 0) continue;
      const funds = await fundsFacts(context, ids, quarter);
      for (const id of ids) {
        const own = within.filter(({ regionId }) => regionId === id);
        found.set(`${quarter} ${id}`, await jobsOf(context, quarter, own, funds.get(id)));
      }
    }
    return found;
  },
);

async function jobsOf(context: Context, quarter: string, sums: readonly JobSum[], facts: FundsFacts | undefined) {
  const { until } = parseQuarter(quarter);
  const year = quarter.slice(0, 4);
  const place = { path: sums[0]?.path ?? '', from: `${year}-01-01`, until };
  const pack = await packInForce(context, tenJobsKind, place);
  return (pack?.content.jobs ?? []).map((job) =>
    Object.assign(new TenJob(), {
      code: job.code,
      number: job.number,
      title: `${job.title.zh} · ${job.title.en}`,
      owner: `${job.owner.zh} · ${job.owner.en}`,
      measure: `${job.measure.zh} · ${job.measure.en}`,
      deadline: `${year}-${job.by}`,
      ownerUnit: job.ownerUnit ?? null,
      disbursed: disbursedBy(job, facts),
      packHash: pack?.hash,
      ...(job.figures.from === 'reported' ? reported(job, sums, year, until) : worked(job, facts, year, until)),
    }),
  );
}

/** Purposes of which nothing was paid are nought; a region that funds leaves out is not known. */
function disbursedBy({ purposes }: JobLine, facts: FundsFacts | undefined): bigint | null {
  if (!purposes || !facts) return null;
  const own = facts.paidBy.filter(({ purpose }) => purposes.includes(purpose));
  return own.reduce((sum, { paid }) => sum + parseYuan(paid), 0n);
}

function reported(job: JobLine, sums: readonly JobSum[], year: string, until: string) {
  const sum = sums.find((each) => each.job === job.code);
  if (!sum) return { figures: JobFigures.reported, target: null, done: null, overdue: null, amount: null, regions: 0 };
  const { target, done, amount, regions } = sum;
  return { figures: JobFigures.reported, target, done, amount, regions, overdue: overdueOf(job, sum, year, until) };
}

/** What funds leaves out (a village, a region outside its reach) is not known, and not nought. */
function worked(job: JobLine, facts: FundsFacts | undefined, year: string, until: string) {
  const figures = JobFigures.funds;
  if (!facts) return { figures, target: null, done: null, overdue: null, amount: null, regions: 0 };
  const { batchesApproved: target, batchesPaid: done, stays } = facts;
  if (job.figures.from === 'funds' && job.figures.figure === 'settlement')
    return { figures, target: null, done: stays, overdue: null, amount: parseYuan(facts.borneByPayers), regions: 1 };
  const overdue = overdueOf(job, { target, done }, year, until);
  return { figures, target, done, overdue, amount: parseYuan(facts.paid), regions: 1 };
}

async function fundsFacts(context: Context, ids: readonly string[], quarter: string): Promise<Map<string, FundsFacts>> {
  const { jobFacts } = await context.ask<{ jobFacts: FundsFacts[] }>('funds', QUERY, { ids, quarter });
  return new Map(jobFacts.map((facts) => [facts.regionId, facts]));
}
