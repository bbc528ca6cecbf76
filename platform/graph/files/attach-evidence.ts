// Attaches evidence (附佐证材料) that the caller uploaded to what he reports: seen from then on by whoever sees the subject.
import type { WriteRows } from '../../database/in-scope';
import { newId } from '../../database/new-id';
import type { SubgraphName } from '../../database/roles';
import type { ScopeKind } from '../../vocabulary/caller';
import { fileRefusals } from '../../vocabulary/file-refusals';
import { isId } from '../../vocabulary/id';
import { commonRefusals } from '../../vocabulary/refusal';
import type { Context } from '../context';
import { defineLoader, groupBy, type Loader } from '../loader';
import { Evidence } from './evidence';

const MOST = 20;

/** What evidence goes with, and by which of its columns it is seen. */
export interface EvidenceSubject {
  kind: string;
  id: string;
  regionId: string;
  path: string;
  unitId?: string | null;
  householdId?: string | null;
  /** of what is hidden: whose it is, until it is released */
  issuerId?: string | null;
  releasedAt?: Date | null;
}

export interface OwnEvidence {
  id: string;
  sha256: string;
  kind: string;
  bytes: number;
  name: string;
}

/** What the caller uploaded, asked before the transaction opens; somebody else's is as if it were not there. */
export async function ownEvidence(
  { inScope }: Pick<Context<never>, 'inScope'>,
  subgraph: SubgraphName,
  ids: readonly string[] | null | undefined,
): Promise<OwnEvidence[]> {
  const wanted = [...new Set(ids ?? [])];
  if (wanted.length === 0) return [];
  if (wanted.length > MOST) throw fileRefusals.evidenceTooMany({ allowed: MOST });
  const found = wanted.every(isId)
    ? await inScope.read(
        ({ query }) =>
          query<OwnEvidence>(`select id, sha256, kind, bytes, name from ${subgraph}.evidence where id = any ($1)`, [
            wanted,
          ]),
        'own',
      )
    : [];
  if (found.length < wanted.length) throw commonRefusals.notFound({ what: '佐证材料 evidence' });
  return found;
}

export async function attachEvidence(
  rows: WriteRows,
  subgraph: SubgraphName,
  evidence: readonly OwnEvidence[],
  attachedBy: string,
  subject: EvidenceSubject,
): Promise<void> {
  for (const { id, sha256, kind, bytes, name } of evidence)
    await rows.query(
      `insert into ${subgraph}.evidence_use (id, evidence_id, sha256, kind, bytes, name, subject_kind, subject_id, region_id, path, unit_id, household_id, issuer_id, released_at, attached_by, attached_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, now())`,
      [
        newId(),
        id,
        sha256,
        kind,
        bytes,
        name,
        subject.kind,
        subject.id,
        subject.regionId,
        subject.path,
        subject.unitId ?? null,
        subject.householdId ?? null,
        subject.issuerId ?? null,
        subject.releasedAt ?? null,
        attachedBy,
      ],
    );
}

/** Evidence of the subjects of one kind, as the caller may see it; `as` where all see it under one kind, as what is published. */
export function evidenceLoader(subgraph: SubgraphName, kind: string, as?: ScopeKind): Loader<string, Evidence[]> {
  return defineLoader<Evidence[]>(
    `evidence of ${subgraph} ${kind}`,
    () => [],
    async (rows, ids) => {
      const found = await rows.query<Evidence & { subjectId: string }>(
        `select id, subject_id as "subjectId", sha256, kind, bytes, name, attached_at as "attachedAt" from ${subgraph}.evidence_use
         where subject_kind = $1 and subject_id = any ($2) order by id`,
        [kind, ids],
      );
      return groupBy(
        found.map((row) => Object.assign(new Evidence(), row)) as (Evidence & { subjectId: string })[],
        ({ subjectId }) => subjectId,
      );
    },
    as,
  );
}
