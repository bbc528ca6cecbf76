// The steps by which tests draft and approve packs of organisation, under the region tree of the moment.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#platform/process/project-root';
import type { Caller } from '#platform/vocabulary/caller';
import type { Desk } from './organisation-desk';

export type Json = ReturnType<typeof JSON.parse>;
export const shipped = (file: string): Json => JSON.parse(readFileSync(join(projectRoot, 'data', file), 'utf8'));

const DRAFT =
  'mutation($kind: String!, $content: String!) { draftOrganisationPack(kind: $kind, content: $content, gapReason: "期间无规则") { id hash status draftedBy { id } region { code } } }';
const APPROVE =
  'mutation($id: ID!, $hash: String!) { approveOrganisationPack(id: $id, hash: $hash, documentNumber: "莱扶组发〔2019〕1号") { status approvedBy { id } } }';

export interface Told {
  data: Json;
  codes: string[];
  facts: Json[];
}

export interface PackSteps {
  ask(caller: Caller, query: string, variables?: Record<string, unknown>): Promise<Told>;
  draft(kind: string, content: Json, caller?: Caller): Promise<Told>;
  drafted(kind: string, content: Json): Promise<Json>;
  approve(pack: Json, caller?: Caller): Promise<Told>;
  /** a day so many days from today, by the database */
  dayFrom(days: number): Promise<string>;
}

export function packSteps(desk: Desk, officer: Caller, director: Caller): PackSteps {
  /** As the gateway would bring them: an approval raises the epoch. */
  const today = async (caller: Caller): Promise<Caller> => {
    const { rows } = await desk.sql.query('select epoch from organisation.region_tree');
    return { ...caller, regionEpoch: rows[0].epoch };
  };
  const steps: PackSteps = {
    async ask(caller, query, variables) {
      const { data, codes, errors } = await desk.ask(await today(caller), query, variables);
      return { data: data as Json, codes, facts: errors.map(({ extensions }) => extensions?.facts as Json) };
    },
    draft: (kind, content, caller = officer) => steps.ask(caller, DRAFT, { kind, content: JSON.stringify(content) }),
    drafted: async (kind, content) => (await steps.draft(kind, content)).data.draftOrganisationPack,
    approve: ({ id, hash }, caller = director) => steps.ask(caller, APPROVE, { id, hash }),
    async dayFrom(days) {
      const sql = `select ((now() at time zone 'Asia/Shanghai')::date + $1::int)::text as day`;
      return (await desk.sql.query(sql, [days])).rows[0].day;
    },
  };
  return steps;
}
