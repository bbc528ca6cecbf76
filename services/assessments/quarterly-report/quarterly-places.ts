// Whom a quarterly report tells of (报告对象): its region, the districts, zones and towns below it, and the member units of its leading group.
import type { Context } from '#platform/graph/context';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { refusals } from '../refusals';

export interface Subject {
  id: string;
  name: string;
}

export interface QuarterlyPlaces {
  own: Subject;
  below: Subject[];
  units: Subject[];
}

interface Told extends Subject {
  kind: string;
  children?: { edges: { node: Told }[]; pageInfo?: { hasNextPage: boolean } };
}
interface Answer {
  _entities: [(Told & { leadingGroup: { members: { unit: Subject }[] } | null }) | null];
}

const QUESTION = `query($places: [_Any!]!, $on: CalendarDay!) { _entities(representations: $places) { ... on Region {
  id name kind leadingGroup { members(on: $on) { unit { id name } } }
  children(first: 200) { edges { node { id name kind children(first: 200) { edges { node { id name kind } } } } } }
} } }`;

/** Reports are made down to the district and the zone; a report tells of towns and not of villages. */
const reporting = ['city', 'district', 'zone'];
const told = ['district', 'zone', 'town'];

export async function quarterlyPlaces(context: Context, regionId: string, lastDay: string): Promise<QuarterlyPlaces> {
  const places = [{ __typename: 'Region', id: regionId }];
  const { _entities } = await context.ask<Answer>('organisation', QUESTION, { places, on: lastDay });
  const [region] = _entities;
  if (!region) throw commonRefusals.notFound({ what: '地区 region' });
  if (!reporting.includes(region.kind)) throw refusals.notReportingLevel({ kind: region.kind });
  const below = childrenOf(region).flatMap((child) => [child, ...childrenOf(child)]);
  const units = new Map((region.leadingGroup?.members ?? []).map(({ unit }) => [unit.id, unit]));
  const subject = ({ id, name }: Subject): Subject => ({ id, name });
  return {
    own: subject(region),
    below: below.filter(({ kind }) => told.includes(kind)).map(subject),
    units: [...units.values()].map(subject),
  };
}

const childrenOf = ({ children }: Told): Told[] => (children?.edges ?? []).map(({ node }) => node);
