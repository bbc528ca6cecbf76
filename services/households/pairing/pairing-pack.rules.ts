// The pack of pairing (结对规则包): for how long somebody stands in, and how many households are handed over at once; data, and assumed.
import { z } from 'zod';
import { holdsOn } from '#platform/vocabulary/pack';
import { bilingual } from '#platform/vocabulary/pack-shape';

const schema = z.strictObject({
  name: z.string().min(1),
  title: bilingual,
  effectiveFrom: z.iso.date(),
  /** the first day on which it no longer holds */
  effectiveTo: z.iso.date().nullable(),
  source: z.array(z.strictObject({ key: z.string().min(1), title: bilingual, address: z.url().nullable() })),
  assumed: z.array(bilingual).min(1),
  absence: z.strictObject({ longestDays: z.int().min(1).max(366) }),
  handOver: z.strictObject({ mostHouseholds: z.int().min(1).max(1000) }),
});

export type PairingPack = z.infer<typeof schema>;

export const parsePairingPack = (json: unknown): PairingPack => schema.parse(json);

/** The pack in force on a day; one ships from the first day of the register on. */
export function pairingPackOn(packs: readonly PairingPack[], day: string): PairingPack {
  const found = packs.find((pack) => holdsOn(pack, day));
  if (!found) throw new RangeError(`no pack of pairing holds on ${day}`);
  return found;
}
