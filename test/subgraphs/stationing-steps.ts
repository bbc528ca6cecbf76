// What tests ask about people stationed in villages: their days, what they owe, and the steps that a month on site is taken through.
import type { Caller } from '#platform/vocabulary/caller';
import type { Desk } from './organisation-desk';

export type Data = ReturnType<typeof JSON.parse>;

const COUNTS = '{ owed fulfilled due overdue exempt }';
export const OWED = `query($id: ID!, $period: String!, $first: Int, $after: String) { region(id: $id) { stationObligations(period: $period) { period counts ${COUNTS}
  lines { line assumed counts ${COUNTS} } overdue(first: $first, after: $after) { edges { node { line turn state stationing { id role person { name } region { id } } } } pageInfo { hasNextPage endCursor } } } } }`;
const MINE =
  'query($id: ID!, $p: String!, $m: String!) { stationings(regionId: $id, role: firstSecretary, current: true) { edges { node { id validFrom obligations(period: $p) { line turn state fulfilledOn fulfilledBy } records(month: $m) { id deed day counts recordedBy { id } confirmedBy { id } } } } } }';

export function stationingSteps(desk: Desk) {
  async function ask(caller: Caller, query: string, variables?: Record<string, unknown>) {
    const { data, codes } = await desk.ask(caller, query, variables);
    return { data: data as Data, codes };
  }
  return {
    ask,
    /** what a region owes in a period */
    async of(caller: Caller, id: string, period: string, more: object = {}): Promise<Data> {
      const { data, codes } = await ask(caller, OWED, { id, period, ...more });
      expect(codes).toEqual([]);
      return data.region.stationObligations;
    },
    /** the first secretary of the caller's village, as he sees himself */
    async mine(secretary: Caller, period: string): Promise<Data> {
      const month = period.length === 7 ? period : '2018-01';
      const { data, codes } = await ask(secretary, MINE, { id: secretary.regionId, p: period, m: month });
      expect(codes).toEqual([]);
      return data.stationings.edges[0].node;
    },
    record: (caller: Caller, stationingId: string, day: string, deed = 'onSite', content = '入户核对收入') =>
      ask(caller, 'mutation($i: SiteRecordInput!) { recordSiteDay(input: $i) { id day deed counts } }', {
        i: { stationingId, day, deed, content },
      }),
    confirm: (caller: Caller, id: string, month: string) =>
      ask(caller, 'mutation($id: ID!, $m: String!) { confirmSiteDays(stationingId: $id, month: $m) }', {
        id,
        m: month,
      }),
  };
}
