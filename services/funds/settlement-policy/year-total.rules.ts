// A running total of the year that a pack lists (年度累计): by name, with everything that feeds it.
import { z } from 'zod';
import { bilingual } from '#platform/vocabulary/pack-shape';
import { totalName } from './policy-layer.rules';

/** Of a layer: 起付线内, 基数, 超出起付线, 已付, 自付比例部分, 封顶以上; of the bill: 先行自付, 超限价. */
export const fedParts = [
  'deductible',
  'base',
  'excess',
  'paid',
  'co-pay',
  'above-cap',
  'first-borne',
  'above-limit',
] as const;

const fedBy = z.strictObject({ layer: z.string().min(1).optional(), part: z.enum(fedParts) });
export type FedBy = z.infer<typeof fedBy>;

/** It moves when the whole encounter is settled: a layer that reads it reads the year before this encounter. */
export const yearTotal = z.strictObject({ name: totalName, title: bilingual, fedBy: z.array(fedBy).min(1) });
export type YearTotal = z.infer<typeof yearTotal>;
