// A distribution pack (资产收益分配规则包): the shares of each kind of household, how much the village keeps at most, and how many agree.
import { z } from 'zod';
import type { PackKind } from '#platform/vocabulary/pack';
import { bilingual, packHead } from '#platform/vocabulary/pack-shape';

const share = z.string().regex(/^[01](\.\d{1,4})?$/);
const schema = z.strictObject({
  ...packHead,
  assumed: z.array(bilingual).min(1),
  categories: z
    .array(
      z.strictObject({ code: z.string().regex(/^[a-z][a-z-]*$/), title: bilingual, weight: z.int().min(1).max(100) }),
    )
    .min(1),
  retainedMost: share,
  agreedLeast: share,
});
export type DistributionPack = z.infer<typeof schema>;

export const distributionPackKind: PackKind<DistributionPack> = {
  subgraph: 'funds',
  kind: 'asset-distribution',
  title: { zh: '资产收益分配规则包', en: 'distribution pack' },
  schema,
  startsOn: 'day',
};
