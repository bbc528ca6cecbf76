// The pieces that every rule pack is made of (规则包通用字段): its words in two languages, its days, its place, and the sources that its figures cite.
import { z } from 'zod';

export const bilingual = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
/** A calendar day that there is: a form alone would let 30 February pass. */
export const day = z.iso.date('日期须为 YYYY-MM-DD · a date is YYYY-MM-DD');
export const regionCode = z.string().regex(/^\d{6,12}$/, '地区须为区划代码 · a region is a division code');
const packName = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]*$/, '包名须为小写字母、数字与连字符 · a pack is named in lower case, digits and hyphens');
/** A document that is not on the web has no address; a pack without any source is no pack. */
export const sources = z
  .array(z.strictObject({ key: z.string().min(1), title: bilingual, address: z.url().nullable() }))
  .min(1, '须列明来源 · a pack cites a source');

/** What every pack says of itself. */
export const packHead = {
  name: packName,
  title: bilingual,
  region: regionCode,
  effectiveFrom: day,
  /** the first day on which it no longer holds; null: until the next one */
  effectiveTo: day.nullable(),
  source: sources,
  assumed: z.array(bilingual),
};
