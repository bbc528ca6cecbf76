// Loads the rule packs that ship (随附规则包): each approved by its document, one after the other in time, where its subgraph has none yet.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from 'pg';
import { type SubgraphName, subgraphNames } from '#platform/database/roles';
import { withClient } from '#platform/database/with-client';
import { sharedKinds } from '#platform/graph/pack/shared-kinds';
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

const shared = sharedKinds.map(({ kind }) => kind);

/** A kind that has packs already is left as it is: what the city itself decided is never added to from a file. */
export async function loadPacks(
  client: Client,
  subgraph: SubgraphName,
  regions: readonly CodedRegion[],
): Promise<void> {
  const adopted = adoptedPacks()
    .map((pack) => ({ ...pack, content: read<PackEnvelope>(pack.file) }))
    .sort((one, other) => (one.content.effectiveFrom < other.content.effectiveFrom ? -1 : 1));
  const own = adopted.filter((pack) => pack.subgraph === subgraph);
  if (own.length > 0) await loadOwn(client, subgraph, regions, own);
  await loadStanding(client, subgraph, regions, adopted);
}

type Read = AdoptedPack & { content: PackEnvelope };

async function loadOwn(
  client: Client,
  subgraph: SubgraphName,
  regions: readonly CodedRegion[],
  adopted: readonly Read[],
): Promise<void> {
  const { rows } = await client.query<{ kind: string }>(`select distinct kind from ${subgraph}.pack`);
  const settled = new Set(rows.map((row) => row.kind));
  for (const { kind, file, region: code, documentNumber, content } of adopted) {
    if (settled.has(kind)) continue;
    const region = adopter(regions, { file, region: code });
    const next = nextOf(adopted, { kind, region: code, content });
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

function adopter(regions: readonly CodedRegion[], { file, region: code }: Pick<Read, 'file' | 'region'>): CodedRegion {
  const region = regions.find((each) => each.code === code);
  if (!region) throw new Error(`data/${file} is adopted by ${code}, which is no region`);
  return region;
}

const nextOf = (adopted: readonly Read[], { kind, region, content }: Pick<Read, 'kind' | 'region' | 'content'>) =>
  adopted.find(
    (each) => each.kind === kind && each.region === region && each.content.effectiveFrom > content.effectiveFrom,
  );

/** What organisation tells the others from then on, with the region tree. */
async function loadStanding(
  client: Client,
  subgraph: SubgraphName,
  regions: readonly CodedRegion[],
  adopted: readonly Read[],
): Promise<void> {
  const { rows } = await client.query<{ kind: string }>(`select distinct kind from ${subgraph}.standing_pack`);
  const settled = new Set(rows.map((row) => row.kind));
  for (const pack of adopted.filter(({ kind }) => shared.includes(kind) && !settled.has(kind))) {
    const { kind, region: code, content } = pack;
    const region = adopter(regions, pack);
    const { name, effectiveFrom, effectiveTo } = content;
    await client.query(
      `insert into ${subgraph}.standing_pack (id, kind, name, hash, content, region_id, path, effective_from, in_force_to)
       values ($1, $2, $3, $4, $5, $6, $7, $8, least($9::date, $10::date))`,
      [
        idOf(0, 'pack', `${kind}/${name}/${code}`),
        ...[kind, name, packHash(content), JSON.stringify(content), region.id, region.path, effectiveFrom, effectiveTo],
        nextOf(adopted, pack)?.content.effectiveFrom ?? null,
      ],
    );
  }
}

/** After an upgrade: a city that was loaded before there were packs of a kind gets those that ship. */
export function completePacks(url: string): Promise<void> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<CodedRegion>('select id, code, path from organisation.region');
    if (rows.length === 0) return;
    for (const subgraph of subgraphNames) await loadPacks(client, subgraph, rows);
  });
}
