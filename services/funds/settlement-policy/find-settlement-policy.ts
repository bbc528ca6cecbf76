// Finds the policy for a stay: of the patient's home region or one above it, in effect on the day that the pack itself names.
import type { Rows } from '#platform/database/in-scope';
import { packHash } from '#platform/vocabulary/canonical';
import { refusals } from '../refusals';
import { SettlementPolicy } from './settlement-policy.entity';
import { holdsFor, type PolicyPack, parsePolicyPack } from './settlement-policy.rules';

export interface FoundPolicy {
  id: string;
  pack: PolicyPack;
}

export async function findSettlementPolicy(
  { manager }: Rows,
  stay: { path: string; admittedOn: string; dischargedOn: string },
): Promise<FoundPolicy> {
  const adopted = await manager
    .createQueryBuilder(SettlementPolicy, 'p')
    .where('starts_with(:path, p.path)', { path: stay.path })
    .orderBy('p.path', 'DESC')
    .addOrderBy('p.effectiveFrom', 'DESC')
    .getMany();
  for (const policy of adopted) {
    const pack = parsePolicyPack(policy.pack);
    if (packHash(pack) !== policy.hash)
      throw new Error(`settlement policy ${policy.id} is not the pack that was adopted`);
    // A region may end a policy earlier than the pack says, never later.
    const period = {
      ...pack,
      effectiveFrom: policy.effectiveFrom,
      effectiveTo: policy.effectiveTo ?? pack.effectiveTo,
    };
    if (holdsFor(period, stay)) return { id: policy.id, pack };
  }
  throw refusals.noPolicy({ day: stay.dischargedOn });
}
