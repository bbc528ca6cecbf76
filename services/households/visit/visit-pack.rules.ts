// The pack of visits (走访规则包): how many go in one batch, and from which measure on a visit is flagged as odd; data, and assumed.
import { z } from 'zod';
import { holdsOn } from '#platform/vocabulary/pack';
import { bilingual } from '#platform/vocabulary/pack-shape';

const count = z.int().min(1).max(10_000);

const schema = z.strictObject({
  name: z.string().min(1),
  title: bilingual,
  effectiveFrom: z.iso.date(),
  /** the first day on which it no longer holds */
  effectiveTo: z.iso.date().nullable(),
  source: z.array(z.strictObject({ key: z.string().min(1), title: bilingual, address: z.url().nullable() })),
  assumed: z.array(bilingual).min(1),
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

export const parseVisitPack = (json: unknown): VisitPack => schema.parse(json);

/** The pack in force on a day; one ships from the first day of the register on. */
export function visitPackOn(packs: readonly VisitPack[], day: string): VisitPack {
  const found = packs.find((pack) => holdsOn(pack, day));
  if (!found) throw new RangeError(`no pack of visits holds on ${day}`);
  return found;
}
