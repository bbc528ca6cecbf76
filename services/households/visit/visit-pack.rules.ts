// The pack of visits (走访规则包): how many go in one batch, and from which measure on a visit is flagged as odd; data, and assumed.
import { z } from 'zod';
import type { PackKind } from '#platform/vocabulary/pack';
import { packHead } from '#platform/vocabulary/pack-shape';

const count = z.int().min(1).max(10_000);

const schema = z.strictObject({
  ...packHead,
  batch: z.strictObject({ most: z.int().min(1).max(200) }),
  photos: z.strictObject({ most: z.int().min(1).max(20) }),
  late: z.strictObject({ days: count }),
  clock: z.strictObject({ minutes: count }),
  travel: z.strictObject({ kmPerHour: count, leastKm: count }),
  copied: z.strictObject({
    leastCharacters: count,
    sharePerMille: z.int().min(1).max(1000),
    days: count,
    texts: z.int().min(1).max(500),
  }),
});

export type VisitPack = z.infer<typeof schema>;

export const visitPackKind: PackKind<VisitPack> = {
  subgraph: 'households',
  kind: 'visit-rules',
  title: { zh: '走访规则包', en: 'pack of visits' },
  schema,
  startsOn: 'day',
};
