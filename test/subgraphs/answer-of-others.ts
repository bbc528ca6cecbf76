// What the other subgraphs answer to assessments, out of the generated city.
import type { Operation } from '#platform/graph/subgraph';
import { type Post, scopeOfPost } from '#platform/vocabulary/caller';
import type { City } from '../../data/generate/city';
import { jobFactsOf } from './job-facts';

export interface Others {
  city: City;
  /** household-months visited of 100 owed, by town */
  visited: ReadonlyMap<string, number>;
  /** resolutions of meetings, by id */
  resolutions: ReadonlyMap<string, object>;
  /** appointments that have ended */
  ended: ReadonlySet<string>;
}

export function answerOfOthers(
  { city, visited, resolutions, ended }: Others,
  { query, variables = {} }: Operation,
  subgraph: string,
): Record<string, unknown> {
  if (query.includes('resolutionForTask')) return { resolutionForTask: resolutions.get(String(variables.id)) ?? null };
  if (query.includes('unitByCode'))
    return Object.fromEntries(
      Object.entries(variables).map(([name, code]) => {
        const unit = city.units.find((each) => each.code === code);
        return [name.replace('c', 'u'), unit ? { id: unit.id } : null];
      }),
    );
  if (query.includes('appointmentStanding')) {
    const held = city.appointments.find(({ id }) => id === variables.id && !ended.has(id));
    if (!held || held.personId !== variables.person) return { appointmentStanding: null };
    const unit = city.units.find(({ id }) => id === held.unitId);
    const scope = scopeOfPost[held.post as Post];
    const regionId = held.regionId ?? (scope === 'unit' ? (unit?.regionId ?? null) : null);
    const { post, level, unitId } = held;
    const place = { regionId, unitId, regionEpoch: 1, standsFor: [] };
    return { appointmentStanding: { post, level, scope, line: unit?.line ?? null, ...place } };
  }
  if (query.includes('tourParticipants'))
    return {
      _entities: (variables.r as { id: string }[]).map(({ id }) => {
        const person = city.persons.find((each) => each.id === id);
        return person ? { id, unit: person.unitId && { id: person.unitId } } : null;
      }),
    };
  if (subgraph === 'organisation' && variables.code !== undefined) {
    const region = city.regions.find(({ code }) => code === variables.code);
    return { regionByCode: region ? { id: region.id } : null };
  }
  if (subgraph === 'organisation' && typeof variables.id === 'string') {
    const known = (rows: readonly { id: string }[]) => rows.find(({ id }) => id === variables.id) ?? null;
    const unit = city.units.find(({ id }) => id === variables.id);
    return { unit: unit ? { ...unit, region: { id: unit.regionId } } : null, person: known(city.persons) };
  }
  if (subgraph === 'organisation') {
    const edges = city.regions.filter(({ kind }) => kind === 'town').map(({ id, code }) => ({ node: { id, code } }));
    const districts = city.regions
      .filter(({ kind }) => kind === 'district')
      .map(({ id, code }) => ({ node: { id, code } }));
    const pageInfo = { hasNextPage: false, endCursor: null };
    return { regions: { edges, pageInfo }, districts: { edges: districts, pageInfo } };
  }
  const towns = (variables.ids as string[]).filter((id) => visited.has(id));
  const obligations = (line: string) =>
    towns.flatMap((regionId) => [
      { regionId, line, due: 4, fulfilled: 6, late: 2, overdue: 1, exempt: 3 },
      { regionId, line: `${line}-more`, due: 0, fulfilled: 1, late: 0, overdue: 0, exempt: 0 },
    ]);
  if (query.includes('visitObligationFacts')) return { visitObligationFacts: obligations('household-visit-monthly') };
  if (query.includes('reportObligationFacts')) return { reportObligationFacts: obligations('fund-report-monthly') };
  if (subgraph === 'households')
    return {
      visitFacts: towns.map((regionId) => ({
        regionId,
        owed: 100,
        done: visited.get(regionId),
        rows: visited.get(regionId),
        rowsHash: `visits of ${visited.get(regionId)}`,
      })),
    };
  if (query.includes('jobFacts')) return { jobFacts: towns.map(jobFactsOf) };
  return {
    executionFacts: towns.map((regionId) => ({
      regionId,
      approved: '2000.00',
      paid: '1999.99',
      rows: 2,
      rowsHash: 'two',
    })),
  };
}
