// Determinations and a look-back for the demo city: in the village of the demo clerk, each at another step, so that everybody finds one that waits.
import type { City } from './city';
import { idOf } from './ids';
import type { HouseholdRow } from './rows';

export interface DeterminationRow {
  id: string;
  household: HouseholdRow;
  kind: 'policies-end' | 'return' | 'removal';
  fromState: string;
  head: string;
  people: number;
  reason: string;
  /** hands of the steps that were taken, in their order */
  taken: readonly { does: 'appraise' | 'review' | 'post'; by: string; inFavour?: number }[];
  proposedBy: string;
}

export interface CaseRow {
  id: string;
  household: HouseholdRow;
  /** how far it came */
  state: 'to-check' | 'clean' | 'problem' | 'fixed' | 'settled';
}

export interface Determinations {
  determinations: DeterminationRow[];
  /** null where nobody of the demo town was lifted in 2017 */
  lookBack: { id: string; regionId: string; path: string; openedBy: string; cases: CaseRow[] } | null;
  hands: { clerk: string; town: string; district: string; secretary: string };
}

const reasons = {
  'policies-end': '收入连续两年稳定高于标准，三保障巩固',
  return: '户主今年五月突发重病，自负费用大',
  removal: '数据比对发现成员名下有商品房',
} as const;
const YES = 27;
const NO = 9;

export function determinations(seed: number, city: City): Determinations {
  const person = (name: string) => city.demoAccounts.find(({ account }) => account === name)?.personId ?? '';
  const hands = {
    clerk: person('village-kouzhen'),
    town: person('town-kouzhen'),
    district: person('district-laicheng'),
    secretary: person('first-secretary'),
  };
  const village = city.regions.find(({ code }) => code === '371202100207');
  const town = city.regions.find(({ id }) => id === village?.parentId);
  const stateOf = (year: number) =>
    new Map(city.states.filter((row) => row.year === year).map((row) => [row.householdId, row.state]));
  const [before, then, now] = [stateOf(2016), stateOf(2017), stateOf(2018)];
  const here = city.households.filter(
    ({ id, regionId }) => regionId === village?.id && now.get(id) === 'lifted-with-policies',
  );
  const appraised = { does: 'appraise', by: hands.clerk, inFavour: YES } as const;
  const reviewed = { does: 'review', by: hands.town } as const;
  const ways = [
    { kind: 'policies-end', taken: [appraised, reviewed, { does: 'post', by: hands.clerk }] },
    { kind: 'policies-end', taken: [appraised] },
    { kind: 'return', taken: [] },
    { kind: 'removal', taken: [appraised, reviewed] },
    { kind: 'policies-end', taken: [{ ...appraised, inFavour: NO }] },
  ] as const;
  const rows = ways.flatMap(({ kind, taken }, at) => {
    const household = here[at];
    if (!household) return [];
    const members = city.members.filter(({ householdId }) => householdId === household.id);
    const head = members.find(({ id }) => id === household.headMemberId)?.name ?? '';
    const shared = {
      household,
      kind,
      head,
      people: members.length,
      reason: reasons[kind],
      taken,
      proposedBy: hands.clerk,
    };
    return [{ ...shared, id: idOf(seed, 'determination', household.id), fromState: 'lifted-with-policies' }];
  });
  const lifted2017 = city.households.filter(
    ({ id, path }) =>
      town && path.startsWith(town.path) && then.get(id)?.startsWith('lifted') && !before.get(id)?.startsWith('lifted'),
  );
  const states = ['clean', 'settled', 'to-check', 'fixed', 'problem', 'clean'] as const;
  const cases = lifted2017.map((household, at) => ({
    id: idOf(seed, 'look-back-case', household.id),
    household,
    state: states[at] ?? ('to-check' as const),
  }));
  const lookBack =
    town && cases.length > 0
      ? { id: idOf(seed, 'look-back', town.id), regionId: town.id, path: town.path, openedBy: hands.district, cases }
      : null;
  return { determinations: rows, lookBack, hands };
}
