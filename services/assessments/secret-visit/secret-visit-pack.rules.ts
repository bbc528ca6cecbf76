// A secret-visit pack (暗访抽样规则包): how many villages and households are drawn, from which public number, and how numbers begin.
import { z } from 'zod';
import type { PackKind } from '#platform/vocabulary/pack';
import { bilingual, packHead } from '#platform/vocabulary/pack-shape';

const schema = z.strictObject({
  ...packHead,
  villagesPerMonth: z.int().min(1),
  /** all of a village where it has fewer */
  registeredHouseholds: z.int().min(1),
  /** households that are not in the register, drawn as places of the village's own roster */
  otherHouseholds: z.int().min(0),
  rosterPlaces: z.int().min(100),
  /** months of a round, in which no village is drawn twice by one group */
  roundMonths: z.union([z.literal(1), z.literal(3), z.literal(6), z.literal(12)]),
  series: z.strictObject({
    'secret-visit': z.string().min(1),
    'special-inspection': z.string().min(1),
    supervision: z.string().min(1),
  }),
  numberSources: z
    .array(
      z.strictObject({
        key: z.string().regex(/^[a-z][a-z0-9-]*$/),
        title: bilingual,
        form: z.string(),
        address: z.url(),
      }),
    )
    .min(1),
});

export type SecretVisitPack = z.infer<typeof schema>;

export const secretVisitPackKind: PackKind<SecretVisitPack> = {
  subgraph: 'assessments',
  kind: 'secret-visit',
  title: { zh: '暗访抽样规则包', en: 'secret-visit pack' },
  schema,
  startsOn: 'month',
};
