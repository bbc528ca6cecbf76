// Contracts and claims by id, and the claims of a contract, batched.
import { evidenceLoader } from '#platform/graph/files/attach-evidence';
import { defineLoader, groupBy, mapBy } from '#platform/graph/loader';
import { isId } from '#platform/vocabulary/id';
import { PaymentOrder } from '../disbursement/payment-order.entity';
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

export const ordersOfStageClaim = defineLoader<PaymentOrder[]>(
  'payment orders of stage claim',
  () => [],
  async (rows, ids) =>
    groupBy(
      await rows.select(PaymentOrder, 'where t.stage_claim_id = any ($1::uuid[]) order by t.id', [ids]),
      ({ stageClaimId }) => stageClaimId ?? '',
    ),
);

export const evidenceOfStageClaim = evidenceLoader('funds', 'stage-claim');

interface Link {
  reimbursementId: string;
  projectId: string;
}
const LINKS = 'select reimbursement_id as "reimbursementId", project_id as "projectId" from funds.project_contract';

export const projectIdOfReimbursement = defineLoader<string | null>(
  'project of reimbursement',
  () => null,
  async (rows, ids) => {
    const found = await rows.query<Link>(`${LINKS} where reimbursement_id = any ($1::uuid[])`, [ids]);
    return new Map(found.map(({ reimbursementId, projectId }) => [reimbursementId, projectId]));
  },
);

/** A handful a project, so that a list needs no pages. */
export const reimbursementsOfProject = defineLoader<Reimbursement[]>(
  'reimbursements of project',
  () => [],
  async (rows, ids) => {
    const links = await rows.query<Link>(`${LINKS} where project_id = any ($1::uuid[])`, [ids]);
    const contracts = links.map(({ reimbursementId }) => reimbursementId);
    const projectOf = new Map(links.map(({ reimbursementId, projectId }) => [reimbursementId, projectId]));
    const found = await rows.select(Reimbursement, 'where t.id = any ($1::uuid[]) order by t.id', [contracts]);
    return groupBy(found, ({ id }) => projectOf.get(id) ?? '');
  },
);
