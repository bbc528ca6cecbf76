// A settlement policy (结算政策) is data: an effective-dated, ordered list of layers, because the order of payers decides the result.
import { z } from 'zod';
import { holdsOn, type PackKind, parsePack } from '#platform/vocabulary/pack';
import { bilingual, packHead } from '#platform/vocabulary/pack-shape';
import { refusals } from '../refusals';
import { TreatFirstExclusion } from '../stay/treat-first.rules';
import { type LayerFlaw, layerFlawsOf } from './layer-flaws.rules';
import { packFlawsOf } from './pack-flaws.rules';
import { layerSchema } from './policy-layer.rules';
import { yearTotal } from './year-total.rules';

const schema = z.strictObject({
  ...packHead,
  /** by which day of a stay the pack and the insurance year are found */
  dateBasis: z.enum(['discharge', 'admission']),
  /** a stay over 31 December (跨年住院) counts in the year of this day; of `dateBasis` unless told; split, each fee counts in the year of its day */
  yearBasis: z.enum(['discharge', 'admission', 'split']).optional(),
  /** the rank of tags (身份优先次序): of layers in one group the first pays, the others do not */
  tagPriority: z.array(z.string().min(1)).min(1).optional(),
  /** running totals fed by more than the layer that reads them */
  totals: z.array(yearTotal).min(1).optional(),
  /** chronic and special outpatient care (门诊慢特病): only these diseases */
  outpatient: z
    .strictObject({
      diseases: z.array(z.strictObject({ code: z.string().min(1), name: bilingual })).min(1),
      source: z.string().min(1).nullable(),
    })
    .optional(),
  /** whom treating first, paying later (先诊疗后付费) excludes here; any that the notices know, where nothing is told */
  treatFirst: z
    .strictObject({
      exclusions: z.array(z.strictObject({ code: z.enum(TreatFirstExclusion), name: bilingual })).min(1),
      source: z.string().min(1).nullable(),
    })
    .optional(),
  layers: z.array(layerSchema).min(1),
});

export type PolicyPack = z.infer<typeof schema>;

const checked = schema.superRefine((pack, context) => {
  const refuse = ({ path, zh, en }: LayerFlaw) => context.addIssue({ code: 'custom', path, message: `${zh} · ${en}` });
  if (pack.effectiveTo !== null && pack.effectiveTo <= pack.effectiveFrom)
    refuse({ path: ['effectiveTo'], zh: '止日须晚于起日', en: 'it ends after it starts' });
  if (pack.yearBasis === 'split' && pack.dateBasis !== 'discharge')
    refuse({
      path: ['yearBasis'],
      zh: '跨年分段的，政策须按出院日期确定',
      en: 'a split stay finds its packs by the days of its parts',
    });
  for (const flaw of packFlawsOf(pack)) refuse(flaw);
  pack.layers.forEach((layer, at) => {
    for (const flaw of layerFlawsOf(layer)) refuse({ ...flaw, path: ['layers', at, ...flaw.path] });
  });
});

export const settlementPolicyKind: PackKind<PolicyPack> = {
  subgraph: 'funds',
  kind: 'settlement-policy',
  title: { zh: '结算政策', en: 'settlement policy' },
  schema: checked,
  startsOn: 'day',
};

export const parsePolicyPack = (json: unknown): PolicyPack => parsePack(checked, json, refusals.policyPackInvalid);

/** Whether this pack is the one for a stay: by its day of discharge or of admission, as the pack itself says. */
export function holdsFor(pack: PolicyPack, stay: { admittedOn: string; dischargedOn: string }): boolean {
  const on = pack.dateBasis === 'discharge' ? stay.dischargedOn : stay.admittedOn;
  return holdsOn(pack, on);
}

/** The insurance year (医保年度) that a stay counts in; one over 31 December goes by the pack, and of a split one the last part in the year of discharge. */
export function insuranceYearOf(
  { dateBasis, yearBasis = dateBasis }: Pick<PolicyPack, 'dateBasis' | 'yearBasis'>,
  stay: { admittedOn: string; dischargedOn: string },
): number {
  return Number((yearBasis === 'admission' ? stay.admittedOn : stay.dischargedOn).slice(0, 4));
}
