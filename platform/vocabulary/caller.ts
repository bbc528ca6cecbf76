// Who asks: one person under one appointment (任职), and the part of the rows that this appointment may reach.

export const posts = [
  'office-director',
  'finance-officer',
  'office-officer',
  'assessor',
  'inspector',
  'reviewer',
  'district-officer',
  'zone-officer',
  'town-officer',
  'village-clerk',
  'first-secretary',
  'helper',
  'unit-liaison',
  'hospital-clerk',
  'payer-clerk',
  'auditor',
  'log-auditor',
  'system-administrator',
  'security-administrator',
  'observer',
  'public',
] as const;
export type Post = (typeof posts)[number];

export const levels = ['province', 'city', 'district', 'zone', 'town', 'village'] as const;
export type Level = (typeof levels)[number];

export const scopeKinds = ['region', 'paired', 'unit', 'institution', 'own', 'issuer', 'public', 'desk'] as const;
/** Each kind is a database role; `desk` is the sign-in desk and the three officers: accounts and logs, never business data. */
export type ScopeKind = (typeof scopeKinds)[number];

export interface Caller {
  /** null for somebody who has not signed in, and for the gateway itself */
  personId: string | null;
  appointmentId: string | null;
  /** whose appointment it is, where it is acted under by delegation (职务代理) */
  principalId: string | null;
  /** everybody whose post this person holds by delegation now, also through others: what they made he may not check */
  standsFor: readonly string[];
  post: Post;
  level: Level | null;
  /** line of business (条线) of the unit, such as `health` */
  line: string | null;
  scope: ScopeKind;
  regionId: string | null;
  unitId: string | null;
  /** current at the request, asked of households by the gateway, never sent by a client */
  pairedHouseholds: readonly string[];
  regionEpoch: number;
  sessionId: string | null;
  operationId: string;
  /** network address of the client, as the gateway saw it */
  address: string | null;
  /** set when another subgraph asks on behalf of this person, with a service key of its own */
  service: string | null;
}

export function anonymousCaller(operationId: string): Caller {
  return {
    personId: null,
    appointmentId: null,
    principalId: null,
    standsFor: [],
    post: 'public',
    level: null,
    line: null,
    scope: 'public',
    regionId: null,
    unitId: null,
    pairedHouseholds: [],
    regionEpoch: 0,
    sessionId: null,
    operationId,
    address: null,
    service: null,
  };
}

/** Which kind of scope each post works under; `own` comes with every person who has signed in. */
export const scopeOfPost: Readonly<Record<Post, ScopeKind>> = {
  'office-director': 'region',
  'finance-officer': 'region',
  'office-officer': 'region',
  assessor: 'region',
  inspector: 'region',
  reviewer: 'unit',
  'district-officer': 'region',
  'zone-officer': 'region',
  'town-officer': 'region',
  'village-clerk': 'region',
  'first-secretary': 'region',
  helper: 'paired',
  'unit-liaison': 'unit',
  'hospital-clerk': 'institution',
  'payer-clerk': 'institution',
  auditor: 'region',
  'log-auditor': 'desk',
  'system-administrator': 'desk',
  'security-administrator': 'desk',
  observer: 'region',
  public: 'public',
};
