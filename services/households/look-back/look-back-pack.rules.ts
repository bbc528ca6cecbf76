// A look-back pack (回头看规则包): what may be found wrong, and by which procedure each is put right.
import { z } from 'zod';
import type { PackKind } from '#platform/vocabulary/pack';
import { bilingual, day } from '#platform/vocabulary/pack-shape';
import { determinationKinds } from '../determination/determination-pack.rules';

const code = z.string().regex(/^[a-z][a-z-]*$/);

const schema = z.strictObject({
  name: z.string().min(1),
  title: bilingual,
  region: z.string().regex(/^\d{6,12}$/),
  effectiveFrom: day,
  /** the first day on which it no longer holds */
  effectiveTo: day.nullable(),
  source: z.array(z.strictObject({ key: code, title: bilingual, address: z.url() })).min(1),
  assumed: z.array(bilingual),
  categories: z
    .array(
      z.strictObject({
        code,
        title: bilingual,
        /** determinations that put it right; none where the register itself is corrected */
        fixedBy: z.array(z.enum(determinationKinds)),
        source: code.nullable(),
      }),
    )
    .min(1),
});

export type LookBackPack = z.infer<typeof schema>;

export const lookBackPackKind: PackKind<LookBackPack> = {
  subgraph: 'households',
  kind: 'look-back',
  title: { zh: '回头看规则包', en: 'look-back pack' },
  schema,
  startsOn: 'day',
};

export const parseLookBackPack = (json: unknown): LookBackPack => schema.parse(json);
