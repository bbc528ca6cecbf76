// Who sees what (权限说明): which subgraph owns a type of node, in which scopes a post asks, and which way to see something is the best.
import { type Post, type ScopeKind, scopeOfPost } from '#platform/vocabulary/caller';

export enum SeenAs {
  plain = 'plain',
  masked = 'masked',
  hidden = 'hidden',
  unknown = 'unknown',
}

type Owner = 'households' | 'assessments' | 'funds';

/** Nodes with rows about somebody; what organisation itself holds is public, or the desk's. */
const types: Readonly<Record<Owner, readonly string[]>> = {
  households: ['Household', 'Member', 'Visit', 'HouseholdState'],
  assessments: ['Task', 'Progress', 'UnitResult', 'Light', 'Score', 'Inspection', 'Finding'],
  funds: ['Allotment', 'Disbursement', 'DisbursementLine', 'Stay', 'Settlement'],
};

export const knownTypes = Object.values(types).flat();

export function ownerOfType(type: string): Owner | null {
  return (Object.keys(types) as Owner[]).find((owner) => types[owner].includes(type)) ?? null;
}

/** An inspector also reaches what he issued himself; nobody else asks in two scopes. */
export function kindsOfPost(post: Post): ScopeKind[] {
  if (post === 'public') return ['own'];
  return post === 'inspector' ? ['region', 'issuer'] : [scopeOfPost[post]];
}

export interface Weighed {
  /** the root field is open to the post */
  opened: boolean;
  /** the row lies in the scope */
  reached: boolean;
  /** how the field is shown by the table of that day; null where there was no table */
  sight: 'plain' | 'masked' | 'hidden' | null;
}

export function seenAs({ opened, reached, sight }: Weighed): SeenAs {
  if (sight === null) return SeenAs.unknown;
  return opened && reached ? SeenAs[sight] : SeenAs.hidden;
}

const best = [SeenAs.plain, SeenAs.masked, SeenAs.hidden];

/** A person sees as much as the best of the ways that are open to him. */
export function bestOf(ways: readonly SeenAs[]): SeenAs {
  if (ways.includes(SeenAs.unknown)) return SeenAs.unknown;
  return best.find((seen) => ways.includes(seen)) ?? SeenAs.hidden;
}

/** Which fields a logged reveal or standing sight showed. */
const shown: Readonly<Record<string, readonly string[]>> = {
  revealMember: ['name', 'idNumber'],
  revealHousehold: ['phone', 'bankName', 'bankCard'],
  seePhone: ['phone'],
};

export function showed(action: string, field: string | undefined): boolean {
  return field === undefined || (shown[action]?.includes(field) ?? false);
}
