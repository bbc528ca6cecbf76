// A pack as its row tells it (规则包), the same in every subgraph, and how far it has come.
import { registerEnumType } from 'type-graphql';

export enum PackStatus {
  draft = 'draft',
  approved = 'approved',
  withdrawn = 'withdrawn',
}
registerEnumType(PackStatus, {
  name: 'PackStatus',
  description: '规则包状态 · How far a pack has come',
  valuesConfig: {
    draft: { description: '草案，待另一人批准 · Drafted, awaits approval by another person' },
    approved: { description: '已批准，自起日生效 · Approved, in force from its first day' },
    withdrawn: { description: '已撤回 · Withdrawn' },
  },
});

export interface PackRow {
  id: string;
  kind: string;
  name: string;
  hash: string;
  content: unknown;
  regionId: string;
  path: string;
  effectiveFrom: string;
  effectiveTo: string | null;
  inForceTo: string | null;
  shipped: boolean;
  note: string | null;
  gapReason: string | null;
  draftedBy: string | null;
  draftedAt: Date;
  documentNumber: string | null;
  approvedBy: string | null;
  approvedAt: Date | null;
  followsId: string | null;
  withdrawnBy: string | null;
  withdrawnAt: Date | null;
  withdrawalReason: string | null;
}

export function statusOf({ approvedAt, withdrawnAt }: Pick<PackRow, 'approvedAt' | 'withdrawnAt'>): PackStatus {
  if (withdrawnAt) return PackStatus.withdrawn;
  return approvedAt ? PackStatus.approved : PackStatus.draft;
}
