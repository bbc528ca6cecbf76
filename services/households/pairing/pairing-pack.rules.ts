// The pack of pairing (结对规则包): for how long somebody stands in, and how many households are handed over at once; data, and assumed.
import { z } from 'zod';
import type { PackKind } from '#platform/vocabulary/pack';
import { packHead } from '#platform/vocabulary/pack-shape';

const schema = z.strictObject({
  ...packHead,
  absence: z.strictObject({ longestDays: z.int().min(1).max(366) }),
  handOver: z.strictObject({ mostHouseholds: z.int().min(1).max(1000) }),
});

export type PairingPack = z.infer<typeof schema>;

export const pairingPackKind: PackKind<PairingPack> = {
  subgraph: 'households',
  kind: 'pairing-rules',
  title: { zh: '结对规则包', en: 'pack of pairing' },
  schema,
  startsOn: 'day',
};
