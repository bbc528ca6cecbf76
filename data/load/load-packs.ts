// Loads the rule packs that ship (随附规则包): each approved by its document, one after the other in time, where its subgraph has none yet.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from 'pg';
import { type SubgraphName, subgraphNames } from '#platform/database/roles';
import { withClient } from '#platform/database/with-client';
import { projectRoot } from '#platform/process/project-root';
import { packHash } from '#platform/vocabulary/canonical';
import type { PackEnvelope } from '#platform/vocabulary/pack';
import { idOf } from '../generate/ids';

export interface AdoptedPack {
  subgraph: SubgraphName;
  kind: string;
  file: string;
  /** code of the region that adopts it */
  region: string;
  documentNumber: string;
}

interface CodedRegion {
  id: string;
  code: string | null;
  path: string;
}

const read = <T>(file: string) => JSON.parse(readFileSync(join(projectRoot, 'data', file), 'utf8')) as T;

export const adoptedPacks = (): AdoptedPack[] => read<{ packs: AdoptedPack[] }>('adopted-packs.json').packs;

/** A kind that has packs already is left as it is: what the city itself decided is never added to from a file. */
export async function loadPacks(
  client: Client,
  subgraph: SubgraphName,
  regions: readonly CodedRegion[],
): Promise<void> {
  const adopted = adoptedPacks()
    .filter((pack) => pack.subgraph === subgraph)
    .map((pack) => ({ ...pack, content: read<PackEnvelope>(pack.file) }))
    .sort((one, other) => (one.content.effectiveFrom < other.content.effectiveFrom ? -1 : 1));
  const { rows } = await client.query<{ kind: string }>(`select distinct kind from ${subgraph}.pack`);
  const settled = new Set(rows.map((row) => row.kind));
  for (const { kind, file, region: code, documentNumber, content } of adopted) {
    if (settled.has(kind)) continue;
    const region = regions.find((each) => each.code === code);
    if (!region) throw new Error(`data/${file} is adopted by ${code}, which is no region`);
    const next = adopted.find(
      (each) => each.kind === kind && each.region === code && each.content.effectiveFrom > content.effectiveFrom,
    );
    const { name, effectiveFrom, effectiveTo } = content;
    await client.query(
      `insert into ${subgraph}.pack (id, kind, name, hash, content, region_id, path, effective_from, effective_to, in_force_to, shipped, drafted_at, document_number, approved_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, least($9::date, $10::date), true, now(), $11, now())`,
      [
        idOf(0, 'pack', `${kind}/${name}/${code}`),
        kind,
        name,
        packHash(content),
        JSON.stringify(content),
        region.id,
        region.path,
        effectiveFrom,
        effectiveTo,
        next?.content.effectiveFrom ?? null,
        documentNumber,
      ],
    );
  }
}

/** After an upgrade: a city that was loaded before there were packs of a kind gets those that ship. */
export function completePacks(url: string): Promise<void> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<CodedRegion>('select id, code, path from organisation.region');
    if (rows.length === 0) return;
    for (const subgraph of keepers()) await loadPacks(client, subgraph, rows);
  });
}

/** The subgraphs that ship packs. */
export const keepers = (): SubgraphName[] =>
  subgraphNames.filter((subgraph) => adoptedPacks().some((pack) => pack.subgraph === subgraph));
