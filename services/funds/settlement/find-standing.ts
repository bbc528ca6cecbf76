// Finds how a stay stands settled (现行结算): the settlement that is not struck, with everything that supplemented it.
import type { Rows } from '#platform/database/in-scope';
import { packContent } from '#platform/graph/pack/pack-in-force';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { type PolicyPack, settlementPolicyKind } from '../settlement-policy/settlement-policy.rules';
import { DecidedSettlement } from './decided-settlement.entity';
import type { Resettled } from './difference.rules';
import { resettle } from './engines.rules';
import { settlementRefusals } from './settlement-refusals.rules';
import type { StoredInput } from './stored-input.rules';

/** What decided a settlement: its pack, and of a stay of two years that of the year before. */
export interface DecidingPacks {
  pack: PolicyPack;
  earlierPack: PolicyPack | null;
}

export async function readDecidingPacks(
  rows: Rows,
  { policyId, packHash }: { policyId: string; packHash: string },
  { earlier }: StoredInput,
): Promise<DecidingPacks> {
  return {
    pack: await packContent(rows, settlementPolicyKind, { id: policyId, hash: packHash }),
    earlierPack: earlier
      ? await packContent(rows, settlementPolicyKind, { id: earlier.policyId, hash: earlier.packHash })
      : null,
  };
}

export interface FoundStanding {
  first: DecidedSettlement;
  packs: DecidingPacks;
  input: StoredInput;
  standing: Resettled;
  /** how many supplements there are: whoever adds one tells which he has seen */
  supplements: number;
}

export async function findStanding(rows: Rows, stayId: string): Promise<FoundStanding> {
  const found = await rows.select(
    DecidedSettlement,
    `where t.stay_id = $1 and t.kind <> 'strike' and not exists (select 1 from funds.settlement k where k.strikes_id = t.id) order by t.id`,
    [stayId],
  );
  const first = found.find(({ supplementsId }) => supplementsId === null);
  const last = found.at(-1);
  if (!first || !last) throw commonRefusals.notFound({ what: '结算 settlement' });
  if (!last.input) throw settlementRefusals.inputNotKept({ engineVersion: last.engineVersion });
  const packs = await readDecidingPacks(rows, first, last.input);
  const standing = resettle(last.engineVersion, packs.pack, last.input, packs.earlierPack);
  if (!standing) throw settlementRefusals.engineUnknown({ engineVersion: last.engineVersion });
  return { first, packs, input: last.input, standing, supplements: found.length - 1 };
}
