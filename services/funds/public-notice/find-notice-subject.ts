// Finds what is to be posted about, through the caller's own rows: each kind of subject names how its facts are read.
import type { Context } from '#platform/graph/context';
import { annualPlanNotice } from '../annual-plan/annual-plan-notice';
import { distributionNotice } from '../asset/distribution-notice';
import { Disbursement } from '../disbursement/disbursement.entity';
import { DisbursementLine } from '../disbursement/disbursement-line.entity';
import { CardBatch } from '../one-card/card-batch.entity';
import { CardLine } from '../one-card/card-line.entity';
import { projectNotice } from '../project/project-notice';
import type { NoticeSubject } from './notice-subject.rules';

type Finder = (context: Context, id: string) => Promise<NoticeSubject | null>;

const PURPOSES = '{dictionary(name:"spending-purpose"){entries{code zh}}}';

/** The name of a purpose as the dictionary has it. */
export async function purposeName(context: Context, code: string): Promise<string> {
  const { dictionary } = await context.ask<{ dictionary: { entries: { code: string; zh: string }[] } | null }>(
    'organisation',
    PURPOSES,
  );
  return dictionary?.entries.find((each) => each.code === code)?.zh ?? code;
}

const disbursement: Finder = async (context, id) => {
  const [batch] = await context.inScope.read((rows) => rows.select(Disbursement, 'where t.id = $1', [id]));
  if (!batch) return null;
  const [lines, about] = await Promise.all([
    context.inScope.read((rows) =>
      rows.select(DisbursementLine, 'where t.disbursement_id = $1 order by t.path, t.id', [id]),
    ),
    purposeName(context, batch.purpose),
  ]);
  const { regionId, path, year, documentNumber, total, appliedBy, state } = batch;
  const over = state === 'rejected' || state === 'withdrawn';
  const stage = state === 'applied' || state === 'approved' || state === 'ordered' ? 'before' : over ? 'over' : 'after';
  return {
    ...{ regionId, path, year, about, documentNumber, total, madeBy: appliedBy, stage },
    lines: lines.map((line) => ({
      ...{ lineId: line.id, householdId: line.householdId, regionId: line.regionId, path: line.path },
      ...{ name: line.payee, amount: line.amount },
    })),
  };
};

const cardBatch: Finder = async (context, id) => {
  const [batch] = await context.inScope.read((rows) => rows.select(CardBatch, 'where t.id = $1', [id]));
  if (!batch) return null;
  const [lines, about] = await Promise.all([
    context.inScope.read((rows) => rows.select(CardLine, 'where t.batch_id = $1 order by t.ordinal', [id])),
    purposeName(context, batch.purpose),
  ]);
  const { regionId, path, documentNumber, total, madeBy, madeOn, state } = batch;
  const stage = state === 'withdrawn' ? 'over' : state === 'listed' || state === 'verified' ? 'before' : 'after';
  return {
    ...{ regionId, path, year: Number(madeOn.slice(0, 4)), about, documentNumber, total, madeBy, stage },
    lines: lines.map((line) => ({
      ...{ lineId: line.id, householdId: line.householdId, regionId: line.regionId, path: line.path },
      ...{ name: line.payee, amount: line.amount },
    })),
  };
};

/** By the code that the pack of notices lists. */
const finders: Readonly<Record<string, Finder>> = {
  disbursement,
  'annual-plan': annualPlanNotice,
  'asset-distribution': distributionNotice,
  'card-batch': cardBatch,
  project: (context, id) => projectNotice(context, id, null),
  'project-village': (context, id) => projectNotice(context, id, 'village'),
  'project-town': (context, id) => projectNotice(context, id, 'town'),
  'project-district': (context, id) => projectNotice(context, id, 'district'),
};

/** Null for one that is absent or hidden, and for a kind that is posted about elsewhere. */
export async function findNoticeSubject(context: Context, kind: string, id: string): Promise<NoticeSubject | null> {
  return (await finders[kind]?.(context, id)) ?? null;
}

export const isPostable = (kind: string): boolean => Object.hasOwn(finders, kind);
