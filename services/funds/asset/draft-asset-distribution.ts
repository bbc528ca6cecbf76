// Drafts a distribution of income (起草收益分配方案): of what was confirmed for the year, to households by the shares of the pack.
import { newId } from '#platform/database/new-id';
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { packInForce } from '#platform/graph/pack/pack-in-force';
import { todayInBeijing } from '#platform/graph/today';
import { addDays } from '#platform/vocabulary/calendar-day';
import { isId } from '#platform/vocabulary/id';
import { sumOf } from '#platform/vocabulary/money';
import { commonRefusals, invalidInput } from '#platform/vocabulary/refusal';
import { checkPayable } from '../disbursement/application.rules';
import { findPayableHouseholds } from '../disbursement/find-payable-households';
import { readWords } from '../project/project-facts.rules';
import { projectRefusals } from '../project/project-refusals.rules';
import type { DraftAssetDistributionInput } from './asset.input';
import { assetById, incomesOfAsset } from './asset.loader';
import { AssetDistribution, AssetShare } from './asset-distribution.entity';
import { assetRefusals as refusals } from './asset-refusals.rules';
import { checkDistribution, splitByWeight } from './distribution.rules';
import { distributionPackKind } from './distribution-pack.rules';

export async function draftAssetDistribution(context: Context, input: DraftAssetDistributionInput): Promise<string> {
  const { caller, inScope } = context;
  const asset = isId(input.assetId) ? await assetById.load(context, input.assetId) : null;
  if (!asset || caller.personId === null) throw commonRefusals.notFound({ what: '资产 asset' });
  const { year, retained, votedOn, present, agreed } = input;
  const today = await todayInBeijing.load(context, 'today');
  if (votedOn > today) throw invalidInput('votedOn', '不能晚于今天', 'not after today');
  const until = addDays(today, 1);
  const pack = await packInForce(context as Context<never>, distributionPackKind, {
    path: asset.path,
    from: today,
    until,
  });
  if (!pack) throw projectRefusals.packNotInForce({ day: today, ...distributionPackKind.title });
  const incomes = await incomesOfAsset.load(context, asset.id);
  const income = sumOf(incomes.filter((each) => each.year === year && each.confirmedAt).map(({ amount }) => amount));
  if (income === 0n) throw refusals.distributionNoIncome({ field: 'year' });
  checkDistribution(pack.content, { income, retained, vote: { present, agreed } });
  const pool = income - retained;
  const shares = await sharesOf(context, input, pack.content.categories);
  const amounts = splitByWeight(
    pool,
    shares.map(({ weight }) => weight),
  );
  if (amounts.some((fen) => fen === 0n))
    throw invalidInput('shares', '户数过多', 'too many households for that amount');
  const id = newId();
  const { id: assetId, regionId, path } = asset;
  const documentNumber = readWords(input.documentNumber, 'documentNumber', 2, 100);
  const made = { year, packHash: pack.hash, income, retained, pool, votedOn, present, agreed, documentNumber };
  const draftedBy = caller.personId;
  return inScope
    .write(
      { action: 'draftAssetDistribution', target: id, facts: { assetId, year, shares: shares.length } },
      async (rows) => {
        const draftedAt = await rows.now();
        await rows.manager.insert(AssetDistribution, { id, assetId, regionId, path, ...made, draftedBy, draftedAt });
        const kept = shares.map((share, at) => ({ ...share, distributionId: id, amount: amounts[at] ?? 0n }));
        await rows.manager.insert(AssetShare, kept);
        return id;
      },
    )
    .catch((error: unknown) => {
      if (brokenConstraint(error) === 'asset_distribution_once') throw refusals.distributionMade({ year });
      throw error;
    });
}

async function sharesOf(
  context: Context,
  { shares }: DraftAssetDistributionInput,
  categories: readonly { code: string; weight: number }[],
) {
  const weights = new Map(categories.map(({ code, weight }) => [code, weight]));
  const known = await findPayableHouseholds(
    context,
    shares.map(({ householdId }) => householdId),
  );
  const seen = new Set<string>();
  return shares.map(({ householdId, category }) => {
    const household = known.get(householdId);
    const weight = weights.get(category);
    if (!household) throw commonRefusals.notFound({ what: '贫困户 household', householdId });
    if (weight === undefined) throw invalidInput('category', '档次不在规则包中', 'not a category of the pack');
    if (seen.has(householdId)) throw invalidInput('shares', '同一户重复', 'a household stands twice');
    seen.add(householdId);
    checkPayable(household);
    const { regionId, path, headName: payee } = household;
    return { householdId, regionId, path, category, weight, payee };
  });
}
