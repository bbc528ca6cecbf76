// Finds the policy for a stay: of the patient's home region or one above it, in effect on the day that the pack itself names.
import type { Rows } from '#platform/database/in-scope';
import { packContent } from '#platform/graph/pack/pack-in-force';
import { refusals } from '../refusals';
import { SettlementPolicy } from './settlement-policy.entity';
import { holdsFor, type PolicyPack, settlementPolicyKind } from './settlement-policy.rules';

export interface FoundPolicy {
  id: string;
  hash: string;
  pack: PolicyPack;
}

export type AdoptedPolicy = Pick<SettlementPolicy, 'id' | 'hash' | 'effectiveFrom' | 'effectiveTo'>;

interface Asked {
  path: string;
  admittedOn: string;
  dischargedOn: string;
}

export async function findSettlementPolicy(rows: Rows, stay: Asked): Promise<FoundPolicy> {
  const found = await seekSettlementPolicy(rows, stay);
  if (!found) throw refusals.noPolicy({ day: stay.dischargedOn });
  return found;
}

/** Null where none holds. */
export async function seekSettlementPolicy(rows: Rows, stay: Asked): Promise<FoundPolicy | null> {
  const adopted = await rows.select(
    SettlementPolicy,
    'where starts_with($1, t.path) order by t.path desc, t.effective_from desc',
    [stay.path],
    ['id', 'hash', 'effectiveFrom', 'effectiveTo'],
  );
  return choose(rows, adopted, stay);
}

/** Of those that were adopted above the patient's home, the nearest and latest first. */
export async function chooseSettlementPolicy(
  rows: Rows,
  adopted: readonly AdoptedPolicy[],
  stay: Pick<Asked, 'admittedOn' | 'dischargedOn'>,
): Promise<FoundPolicy> {
  const found = await choose(rows, adopted, stay);
  if (!found) throw refusals.noPolicy({ day: stay.dischargedOn });
  return found;
}

async function choose(
  rows: Rows,
  adopted: readonly AdoptedPolicy[],
  stay: Pick<Asked, 'admittedOn' | 'dischargedOn'>,
): Promise<FoundPolicy | null> {
  for (const policy of adopted) {
    const pack = await packContent(rows, settlementPolicyKind, policy);
    // One pack may end another earlier than that one says, never later.
    const period = {
      ...pack,
      effectiveFrom: policy.effectiveFrom,
      effectiveTo: policy.effectiveTo ?? pack.effectiveTo,
    };
    if (holdsFor(period, stay)) return { id: policy.id, hash: policy.hash, pack };
  }
  return null;
}
