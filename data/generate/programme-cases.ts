// Cases of programmes (专项事项) for the demo city: in each town some of each programme, each as far on its way as the next one.
import type { Programme } from '../../services/households/programme/programme-pack.rules';
import type { City } from './city';
import { idOf } from './ids';

export interface DemoCase {
  id: string;
  programme: Programme;
  householdId: string;
  regionId: string;
  path: string;
  memberId: string | null;
  /** codes of the steps taken */
  steps: readonly string[];
  facts: Readonly<Record<string, string | number | boolean>>;
  openedBy: string;
  /** who takes a step of this post there; the town's officer where nobody holds it */
  handOf(post: string): string;
}

const ways: readonly (readonly [Exclude<Programme, 'love-package'>, readonly string[]])[] = [
  ['house-renovation', ['post', 'evaluate', 'recheck', 'approve', 'start', 'complete', 'accept', 'move-in']],
  ['dibao', ['check', 'post', 'record-grant', 'ease', 'stop']],
  ['hardship', ['verify', 'plan', 'approve-plan', 'carry-out', 'revisit']],
];

/** What every demo case tells, by the fact; assumed. */
const told = {
  ...{
    reason: '房屋年久失修，无力自行改造',
    onlyHouse: true,
    vacant: false,
    relocated: false,
    grade: 'D',
    method: 'rebuild',
  },
  ...{
    postedFrom: '2018-03-05',
    objections: false,
    startedOn: '2018-05-02',
    completedOn: '2018-08-10',
    oldHouseGone: true,
  },
  ...{ movedInOn: '2018-09-20', perCapitaIncome: 298_000, dataMatches: true, covered: 2, monthlyEach: 15_000 },
  ...{ grantedFrom: '2018-04-01', easeUntil: '2019-04-01', stoppedWhy: '收入稳定高于标准', situation: 'old-alone' },
  ...{ told: '冬季取暖困难，行动不便', urgent: false, found: '情况属实', plan: '送煤送被，结对照料', aid: 50_000 },
  ...{ done: '已送煤半吨、棉被一床', doneOn: '2018-12-02', revisited: '取暖问题已缓解', solved: true },
};

export function programmeCases({ regions, households, members, appointments }: City): DemoCase[] {
  const people = new Map<string, number>();
  for (const { householdId } of members) people.set(householdId, (people.get(householdId) ?? 0) + 1);
  const holder = (post: string, regionId: string | null | undefined) =>
    appointments.find((each) => each.post === post && each.regionId === regionId)?.personId;
  return regions
    .filter(({ kind }) => kind === 'town')
    .flatMap((town) => {
      const officer = holder('town-officer', town.id);
      const above = holder('district-officer', town.parentId) ?? holder('zone-officer', town.parentId);
      if (!officer || !above) return [];
      const inTown = households.filter(({ path }) => path.startsWith(town.path));
      // The demo clerk's village first, where there is one: its people see what is theirs.
      const clerked = (regionId: string) => (holder('village-clerk', regionId) ? 0 : 1);
      const own = [...inTown].sort((one, other) => clerked(one.regionId) - clerked(other.regionId));
      return ways.flatMap(([programme, way]) =>
        own.slice(0, way.length + 1).map(({ id: householdId, regionId, path }, steps) => ({
          ...{ id: idOf(0, 'programme-case', `${programme}/${householdId}`), programme, householdId, regionId, path },
          ...{ memberId: null, steps: way.slice(0, steps), openedBy: holder('village-clerk', regionId) ?? officer },
          facts: { ...told, floorArea: areaFor(people.get(householdId) ?? 1) },
          handOf: (post: string) =>
            post === 'district-officer' || post === 'zone-officer'
              ? above
              : (post === 'village-clerk' && holder(post, regionId)) || officer,
        })),
      );
    });
}

/** Within the limits that are printed elsewhere. */
const areaFor = (people: number): number => (people > 3 ? 15 * people : 40 + 5 * (people - 1));
