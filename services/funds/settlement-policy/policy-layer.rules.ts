// A layer (支付层) of a settlement policy: who pays, of what base, above which deductible, at which rate, up to which cap.
import { z } from 'zod';
import { bilingual } from '#platform/vocabulary/pack-shape';
import { feeParts, type HospitalGrade, hospitalLevels } from './encounter-facts.rules';
import { conditionSchema } from './layer-condition.rules';

export const layerBases = [
  'whole-bill',
  'all-residual',
  'in-policy-residual',
  'out-of-policy-residual',
  /** what is left of the parts of the bill that `feeParts` names */
  'fee-class',
] as const;
export type LayerBase = (typeof layerBases)[number];

/** Figures that need a source: rules differ by place and year, and a figure out of nowhere decides what somebody pays. */
export const figureFields = [
  'deductible',
  'brackets',
  'rate',
  'rateVariants',
  'capPerStay',
  'capPerYear',
  'patientShareByGrade',
  'patientCapByGrade',
  'patientCapByLevel',
  'patientCapPerYear',
] as const;

const yuan = z
  .string()
  .regex(
    /^(0|[1-9]\d{0,12})(\.\d{1,2})?$/,
    '金额须为元的文本，至多两位小数 · an amount is a text of yuan with at most two decimals',
  );
const rate = z
  .string()
  .regex(/^(0(\.\d{1,6})?|1(\.0{1,6})?)$/, '比例须为 0 至 1 的小数文本 · a rate is a decimal text from 0 to 1');
export const totalName = z
  .string()
  .regex(/^[a-z][a-z-]*$/, '累计名须为小写字母与连字符 · a running total is named in lower case and hyphens')
  .refine(
    (name) => !name.startsWith('patient-borne'),
    '此累计名由结算保留 · this running total is kept by the settlement itself',
  );
/** The first variant that fits takes the place of the figure. */
const variantsOf = <Name extends string, T extends z.ZodType>(name: Name, value: T) =>
  z.array(
    z.strictObject({ when: conditionSchema, [name]: value } as { when: typeof conditionSchema } & Record<Name, T>),
  );
const byGrade = <T extends z.ZodType>(value: T) =>
  z.strictObject({ 'grade-1': value, 'grade-2': value, 'grade-3': value });

export const layerSchema = z.strictObject({
  layer: z.string().regex(/^[a-z][a-z-]*$/, '层名须为小写字母与连字符 · a layer is named in lower case and hyphens'),
  payer: z.string().regex(/^[a-z][a-z-]*$/, '支付方须为小写字母与连字符 · a payer is named in lower case and hyphens'),
  payerName: bilingual,
  kind: z.enum(['share', 'top-up', 'year-cap']),
  base: z.enum(layerBases),
  feeParts: z.array(z.enum(feeParts)).min(1).optional(),
  /** any of these makes the layer apply; none listed: it applies to everyone */
  tags: z.array(z.string().min(1)),
  when: conditionSchema.optional(),
  /** of the layers of one group only the one pays whose tag comes first in the pack's `tagPriority`: nobody is paid twice */
  group: z.string().min(1).optional(),
  deductible: z
    .strictObject({
      per: z.enum(['stay', 'year']),
      amounts: byGrade(yuan),
      variants: variantsOf('amounts', byGrade(yuan)).optional(),
    })
    .nullable(),
  /** from is inclusive, to is exclusive; the first starts at 0, the last ends at null */
  brackets: z.array(z.strictObject({ from: yuan, to: yuan.nullable(), rate })),
  bracketsMeasure: z.enum(['year-burden', 'excess-over-deductible']).nullable(),
  rate: z.union([rate, byGrade(rate)]).nullable(),
  rateVariants: variantsOf('rate', z.union([rate, byGrade(rate)])).optional(),
  capPerStay: yuan.nullable(),
  capPerYear: yuan.nullable(),
  /** what the caps limit: the payment, or the cost above the deductible that is admitted to the rate; the payment unless told */
  capBasis: z.enum(['payment', 'admitted-cost']).optional(),
  /** top-up: the patient bears at most this share of the total that the base belongs to */
  patientShareByGrade: byGrade(rate).nullable(),
  /** year-cap: what the patient bears in a year at hospitals of one grade, and at all of them */
  patientCapByGrade: byGrade(yuan).nullable(),
  patientCapByLevel: z.partialRecord(z.enum(hospitalLevels), yuan).optional(),
  patientCapPerYear: yuan.nullable(),
  /** the year's running total (年度累计) that each part of this layer feeds and reads; the same name shares one total */
  feeds: z.strictObject({
    deductible: totalName.optional(),
    base: totalName.optional(),
    excess: totalName.optional(),
    paid: totalName.optional(),
  }),
  clause: bilingual,
  source: z.string().min(1),
  figures: z.array(
    z.union([
      z.strictObject({ of: z.enum(figureFields), source: z.string().min(1), note: bilingual.optional() }),
      z.strictObject({ of: z.enum(figureFields), unsourced: z.literal(true), reason: bilingual }),
    ]),
  ),
});

export type PolicyLayer = z.infer<typeof layerSchema>;
export type FeedPart = keyof PolicyLayer['feeds'];
export const feedParts: readonly FeedPart[] = ['deductible', 'base', 'excess', 'paid'];
export type ByGrade = Record<HospitalGrade, string>;
