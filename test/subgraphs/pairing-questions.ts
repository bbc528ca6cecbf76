// What is asked about pairing, and a helper as the gateway makes one: what is paired is asked of households in each request.
import type { Caller } from '#platform/vocabulary/caller';
import type { HouseholdsOnly } from './open-households';

export async function helperOfNow(world: HouseholdsOnly, personId: string): Promise<Caller> {
  const bare = world.caller('helper', null, { personId });
  const { data } = await world.ask({ ...bare, scope: 'own', service: 'gateway' }, '{ pairedHouseholds }');
  return { ...bare, pairedHouseholds: data.pairedHouseholds };
}

export const report = `mutation($input: AbsenceInput!) { reportAbsence(input: $input) { id absenceId validFrom validTo household { id } standIn { id } } }`;
export const phone = 'query($id: ID!) { household(id: $id) { phone standIn { id } } }';
export const tell = 'mutation($visits: [VisitInput!]!) { recordVisits(visits: $visits) { refusal { code } } }';
export const handOver = `mutation($input: HandOverInput!) { handOverPairings(input: $input) { id household { id } handedOn matters { kind title dueOn } toHelper { id } acceptedAt } }`;
const gapsOf = `query($of: [_Any!]!, $from: CalendarDay!, $until: CalendarDay!) { _entities(representations: $of) { ... on Region {
        pairingGaps(from: $from, until: $until) { households days list(first: 5) { edges { node { from until days household { id } } } } } } } }`;

export const askGaps = (world: HouseholdsOnly, by: Caller, regions: readonly string[], period: object) =>
  world.ask(by, gapsOf, { of: regions.map((each) => ({ __typename: 'Region', id: world.regionId(each) })), ...period });
