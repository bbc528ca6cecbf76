// The delegation pack (职务代理规则): which posts may be acted under by another, who may not take one, and for how long, as data.
import { z } from 'zod';
import { posts } from '#platform/vocabulary/caller';

const bilingual = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });

const schema = z
  .strictObject({
    name: z.string().min(1),
    title: bilingual,
    effectiveFrom: z.iso.date(),
    /** the first day on which it no longer holds */
    effectiveTo: z.iso.date().nullable(),
    assumed: z.array(bilingual),
    delegable: z.array(z.enum(posts)).min(1),
    takesNone: z.array(z.enum(posts)),
    longestDays: z.int().min(1),
    longestInAllDays: z.int().min(1),
  })
  .refine(
    (pack) => pack.longestDays <= pack.longestInAllDays,
    '一次的期限不得长于合计期限 · once is no longer than in all',
  );

export type DelegationPack = z.infer<typeof schema>;

export function parseDelegationPack(json: unknown): DelegationPack {
  return schema.parse(json);
}

/** The pack in force on a day; without one nothing is delegable. */
export function packOn<Pack extends { effectiveFrom: string; effectiveTo: string | null }>(
  packs: readonly Pack[],
  day: string,
): Pack | null {
  return (
    packs.find((pack) => pack.effectiveFrom <= day && (pack.effectiveTo === null || day < pack.effectiveTo)) ?? null
  );
}
