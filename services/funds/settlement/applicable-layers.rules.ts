// Which layers of a policy are for a patient (适用的支付层): by tags, by condition, by insurance, and in a group only the one that ranks first.
import type { BilingualText } from '#platform/vocabulary/refusal';
import type { EncounterFacts } from '../settlement-policy/encounter-facts.rules';
import { fits } from '../settlement-policy/layer-condition.rules';
import type { PolicyLayer } from '../settlement-policy/policy-layer.rules';
import type { PolicyPack } from '../settlement-policy/settlement-policy.rules';

export type SkippedFor = 'tags' | 'condition' | 'uninsured' | 'rank';

export const skippedWords: Readonly<Record<SkippedFor, BilingualText>> = {
  tags: { zh: '患者没有本层所要求的身份', en: 'the patient has none of its tags' },
  condition: { zh: '本次就医不符合本层条件', en: 'this encounter does not meet its condition' },
  uninsured: { zh: '患者当年未参保', en: 'the patient is not insured this year' },
  rank: {
    zh: '已按更优先的身份享受，不重复享受',
    en: 'a tag that ranks before it is paid already, and nobody is paid twice',
  },
};

/** Insurance pays for the insured, whether or not a layer says so. */
const insurances: readonly string[] = ['basic-insurance', 'critical-illness-insurance'];

/** By the layer's name: null where it applies, else why it does not. */
export function applicableLayers(pack: PolicyPack, facts: EncounterFacts): ReadonlyMap<string, SkippedFor | null> {
  const ownReason = new Map(pack.layers.map((layer) => [layer.layer, reasonOf(layer, facts)]));
  const first = new Map<string, PolicyLayer>();
  const rank = (layer: PolicyLayer) => rankOf(layer, facts, pack.tagPriority ?? []);
  for (const layer of pack.layers) {
    if (layer.group === undefined || ownReason.get(layer.layer) !== null) continue;
    const before = first.get(layer.group);
    if (before === undefined || rank(layer) < rank(before)) first.set(layer.group, layer);
  }
  return new Map(
    pack.layers.map((layer) => {
      const reason = ownReason.get(layer.layer) ?? null;
      const outranked = reason === null && layer.group !== undefined && first.get(layer.group) !== layer;
      return [layer.layer, outranked ? 'rank' : reason];
    }),
  );
}

function reasonOf({ tags, when, payer }: PolicyLayer, facts: EncounterFacts): SkippedFor | null {
  if (tags.length > 0 && !tags.some((tag) => facts.tags.includes(tag))) return 'tags';
  if (facts.insured === 'none' && insurances.includes(payer) && !when?.insured?.includes('none')) return 'uninsured';
  // A hospital out of the area is bound by no policy of this one.
  if (facts.area === 'out' && payer === 'hospital' && !when?.areas?.includes('out')) return 'condition';
  return fits(when, facts) ? null : 'condition';
}

function rankOf({ tags }: PolicyLayer, facts: EncounterFacts, priority: readonly string[]): number {
  const ranks = tags.filter((tag) => facts.tags.includes(tag)).map((tag) => priority.indexOf(tag));
  return Math.min(...ranks);
}
