// Compiles the annual reviews (汇总年度考核) of the member units from their sealed quarters, once a year.
import { newId } from '#platform/database/new-id';
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { groupBy } from '#platform/graph/loader';
import { packInForce } from '#platform/graph/pack/pack-in-force';
import { commonRefusals, invalidInput } from '#platform/vocabulary/refusal';
import { refusals } from '../refusals';
import { annualRefusals } from './annual-refusals.rules';
import { AnnualReview } from './annual-review.entity';
import { annualReviewPackKind, quartersOf, reviewOf, type SealedQuarter } from './annual-review.rules';

interface SealedRow extends SealedQuarter {
  unitId: string;
  regionId: string;
  path: string;
}

export async function compileAnnualReviews(context: Context, year: number): Promise<AnnualReview[]> {
  const { caller, inScope } = context;
  const { personId } = caller;
  if (personId === null) throw commonRefusals.outOfScope();
  if (year < 2015 || year > 2100)
    throw invalidInput('year', '年度须在 2015 至 2100 之间', 'a year lies between 2015 and 2100');
  const { lo, hi } = await inScope.range();
  const period = { path: lo, from: `${year}-01-01`, until: `${year + 1}-01-01` };
  const pack = await packInForce(context, annualReviewPackKind, period);
  if (!pack) throw refusals.packNotInForce({ quarter: String(year), kind: annualReviewPackKind.kind });
  try {
    return await inScope.write({ action: 'compileAnnualReviews', target: String(year) }, async (rows) => {
      const sealed = await rows.query<SealedRow>(
        `select unit_id as "unitId", region_id as "regionId", path, quarter, score, inputs_hash as "inputsHash" from assessments.unit_result
         where quarter = any ($1::text[]) and path >= $2 and path < $3 order by unit_id, quarter`,
        [quartersOf(year), lo, hi],
      );
      if (sealed.length === 0) throw annualRefusals.quartersNotSealed({ missing: quartersOf(year).join('、') });
      const now = await rows.now();
      const reviews = [...groupBy(sealed, ({ unitId }) => unitId).entries()].map(([unitId, own]) => {
        const quarters = own.map(({ quarter, score, inputsHash }) => ({ quarter, score, inputsHash }));
        return Object.assign(new AnnualReview(), {
          id: newId(),
          unitId,
          regionId: own[0]?.regionId,
          path: own[0]?.path,
          year,
          ...reviewOf(unitId, year, quarters, pack.content.weightPercent),
          weightPercent: pack.content.weightPercent,
          packName: pack.content.name,
          packHash: pack.hash,
          compiledBy: personId,
          compiledAt: now,
          acknowledgedBy: null,
          acknowledgedAt: null,
        });
      });
      await rows.manager.insert(AnnualReview, reviews);
      return reviews;
    });
  } catch (error) {
    if (brokenConstraint(error) === 'annual_review_once') throw annualRefusals.annualReviewCompiled({ year });
    throw error;
  }
}
