// Contracts and claims by id, and the claims of a contract, batched.
import { defineLoader, groupBy, mapBy } from '#platform/graph/loader';
import { isId } from '#platform/vocabulary/id';
import { Reimbursement } from './reimbursement.entity';
import { StageClaim } from './stage-claim.entity';

export const reimbursementById = defineLoader<Reimbursement | null>(
  'reimbursement by id',
  () => null,
  async (rows, ids) =>
    mapBy(await rows.select(Reimbursement, 'where t.id = any ($1::uuid[])', [ids.filter(isId)]), ({ id }) => id),
);

export const stageClaimById = defineLoader<StageClaim | null>(
  'stage claim by id',
  () => null,
  async (rows, ids) =>
    mapBy(await rows.select(StageClaim, 'where t.id = any ($1::uuid[])', [ids.filter(isId)]), ({ id }) => id),
);

export const claimsOfReimbursement = defineLoader<StageClaim[]>(
  'claims of reimbursement',
  () => [],
  async (rows, ids) =>
    groupBy(
      await rows.select(StageClaim, 'where t.reimbursement_id = any ($1::uuid[]) order by t.id', [ids]),
      ({ reimbursementId }) => reimbursementId,
    ),
);
