// A settlement policy (结算政策) is data: an effective-dated, ordered list of layers, because the order of payers decides the result.
import { z } from 'zod';
import { holdsOn, type PackKind, parsePack } from '#platform/vocabulary/pack';
import { packHead } from '#platform/vocabulary/pack-shape';
import { refusals } from '../refusals';
import { layerFlawsOf } from './layer-flaws.rules';
import { feedParts, layerSchema } from './policy-layer.rules';

const schema = z.strictObject({
  ...packHead,
  dateBasis: z.enum(['discharge', 'admission']),
  layers: z.array(layerSchema).min(1),
});

export type PolicyPack = z.infer<typeof schema>;

const checked = schema.superRefine((pack, context) => {
  const refuse = (path: (string | number)[], zh: string, en: string) =>
    context.addIssue({ code: 'custom', path, message: `${zh} · ${en}` });
  if (pack.effectiveTo !== null && pack.effectiveTo <= pack.effectiveFrom) {
    refuse(['effectiveTo'], '止日须晚于起日', 'it ends after it starts');
  }
  const keys = new Set(pack.source.map((source) => source.key));
  const names = new Set<string>();
  const partOf = new Map<string, string>();
  pack.layers.forEach((layer, at) => {
    const path = ['layers', at];
    if (names.has(layer.layer)) refuse([...path, 'layer'], '层名重复', 'two layers have one name');
    names.add(layer.layer);
    if (!keys.has(layer.source)) refuse([...path, 'source'], '来源未列', 'the source is not listed');
    layer.figures.forEach((figure, of) => {
      if ('source' in figure && !keys.has(figure.source)) {
        refuse([...path, 'figures', of, 'source'], '来源未列', 'the source is not listed');
      }
    });
    for (const part of feedParts) {
      const total = layer.feeds[part];
      if (total === undefined) continue;
      const before = partOf.get(total);
      // one total of two kinds of money could be read as neither
      if (before !== undefined && before !== part) {
        refuse(
          [...path, 'feeds', part],
          '同一累计不得由两类金额累加',
          'one running total is fed by one kind of amount',
        );
      }
      partOf.set(total, part);
    }
    for (const flaw of layerFlawsOf(layer)) refuse([...path, ...flaw.path], flaw.zh, flaw.en);
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
