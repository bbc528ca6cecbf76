// Loads the policies that ship (随附政策) with their versions: from a source, or said to be assumed; published as shipped, without a hand.
import type { Client } from 'pg';
import { readData } from '#platform/process/read-data';
import { type PolicyContent, parsePolicy } from '../../services/households/policy/policy-content.rules';
import { idOf } from '../generate/ids';

interface CodedRegion {
  id: string;
  code: string | null;
  path: string;
}

interface ShippedPolicy {
  region: string;
  versions: PolicyContent[];
}

const read = (json: unknown): ShippedPolicy => {
  const { region, versions } = json as { region: string; versions: unknown[] };
  return { region, versions: versions.map(parsePolicy) };
};

export async function loadPolicies(client: Client, regions: readonly CodedRegion[]): Promise<void> {
  for (const { region: code, versions } of readData('policies', read)) {
    const region = regions.find((each) => each.code === code);
    if (!region) throw new Error(`a policy holds in ${code}, which is no region`);
    let before: string | null = null;
    for (const version of versions) {
      const id = idOf(0, 'policy', `${version.matter}/${version.effectiveFrom}`);
      const { targets, ...told } = version;
      await client.query(
        `insert into households.policy (id, document_number, title, issuer, matter, line, region_id, path, effective_from, effective_to, targets, amounts, plain_zh,
           plain_en, contact, source, assumed, supersedes_id, shipped, drafted_at, published_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, true, $19, $19)`,
        [
          ...[id, told.documentNumber, told.title, told.issuer, told.matter, told.line, region.id, region.path],
          ...[told.effectiveFrom, told.effectiveTo, JSON.stringify(targets), told.amounts, told.plainZh, told.plainEn],
          ...[told.contact, told.source, told.assumed, before, `${told.effectiveFrom}T00:00:00+08:00`],
        ],
      );
      before = id;
    }
  }
}
