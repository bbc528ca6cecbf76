// A settlement policy (结算政策) as the first engine reads it: the fields that were there then; what was added later it never saw.
import type { BilingualText } from '#platform/vocabulary/refusal';

export const hospitalGrades = ['grade-1', 'grade-2', 'grade-3'] as const;
export type HospitalGrade = (typeof hospitalGrades)[number];
export type LayerBase = 'whole-bill' | 'all-residual' | 'in-policy-residual' | 'out-of-policy-residual';
type ByGrade = Record<HospitalGrade, string>;

export interface PolicyLayer {
  layer: string;
  payer: string;
  payerName: BilingualText;
  kind: 'share' | 'top-up' | 'year-cap';
  base: LayerBase;
  tags: string[];
  deductible: { per: 'stay' | 'year'; amounts: ByGrade } | null;
  brackets: { from: string; to: string | null; rate: string }[];
  bracketsMeasure: 'year-burden' | 'excess-over-deductible' | null;
  rate: string | ByGrade | null;
  capPerStay: string | null;
  capPerYear: string | null;
  patientShareByGrade: ByGrade | null;
  patientCapByGrade: ByGrade | null;
  patientCapPerYear: string | null;
  feeds: Partial<Record<'deductible' | 'base' | 'excess' | 'paid', string | undefined>>;
  clause: BilingualText;
  source: string;
}

export interface PolicyPack {
  layers: PolicyLayer[];
}

export const feedParts = ['deductible', 'base', 'excess', 'paid'] as const;
