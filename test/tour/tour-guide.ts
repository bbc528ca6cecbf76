// What every step of a tour has in hand: who has signed in, what the manifest says, and where findings are written down.
import type { TourClient } from './tour-client';
import type { TourRecord } from './tour-record';

export interface DemoAccount {
  account: string;
  post: string;
  level: string | null;
  /** division code, or the key of a functional zone, which has no code */
  region: string | null;
  unit: string | null;
  person: string;
}

export interface ManifestCounts {
  households: number;
  people: number;
  payments: number;
  paidFen: string;
  states2018: Record<string, number>;
}

/** data/laiwu/manifest.json, counted from the generator without any database. */
export interface TourManifest {
  regions: (ManifestCounts & { code: string | null; name: string; kind: string })[];
}

export interface Visitor {
  account: DemoAccount;
  client: TourClient;
  personId: string;
  region: { id: string; code: string | null; name: string; kind: string } | null;
}

export interface TourGuide {
  anonymous: TourClient;
  accounts: readonly DemoAccount[];
  manifest: TourManifest;
  visitors: Map<string, Visitor>;
  record: TourRecord;
  /** marks what this tour writes: documents, notes and idempotency keys begin with it */
  stamp: string;
}

/** Documents of all tours begin with it, so that what earlier ones wrote can be told from the city's own. */
export const TOUR_PREFIX = 'TOUR-';
export const YEAR = 2018;

export function visitor({ visitors }: TourGuide, account: string): Visitor {
  const found = visitors.get(account);
  if (!found) throw new Error(`${account} 未登录 · has not signed in`);
  return found;
}

export function as(guide: TourGuide, account: string): TourClient {
  return visitor(guide, account).client;
}

export function regionOf(guide: TourGuide, account: string): NonNullable<Visitor['region']> {
  const { region } = visitor(guide, account);
  if (!region) throw new Error(`${account} 没有地区 · has no region`);
  return region;
}
