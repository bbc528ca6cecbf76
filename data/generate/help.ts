// What the demo year knows of help (帮扶) beside visits: help plans of the demo helper's households, and the campaigns of the second quarter.
import type { City, HouseholdRow } from './city';
import { idOf } from './ids';

export interface HelpPlanRow {
  id: string;
  household: HouseholdRow;
  goal: string;
  draftedBy: string;
  reviewedBy: string;
  measures: HelpMeasureRow[];
}

export interface HelpMeasureRow {
  id: string;
  cause: string;
  kind: string;
  content: string;
  dueOn: string;
  carriedOn: string | null;
  effect: string | null;
}

export interface CampaignRow {
  id: string;
  kind: string;
  region: string;
  title: string;
  documentNumber: string;
  turn: string;
  startsOn: string;
  endsOn: string;
  covers: string;
  plannedBy: string;
  /** of one that goes to those listed: whom, each by the planner */
  households: HouseholdRow[];
}

/** By cause: what is done about it in the first half-year, and in the second. */
const help: Readonly<Record<string, readonly [kind: string, content: string][]>> = {
  illness: [
    ['medical-help', '签约家庭医生，每月随访一次'],
    ['public-service', '落实居民医保参保补助和一站式结算'],
  ],
  disability: [
    ['medical-help', '协助办理残疾评定和辅助器具'],
    ['living-help', '入户帮助打扫庭院、修整门窗'],
  ],
  'lack-of-labour': [
    ['industry', '土地托管给合作社，按年分红'],
    ['living-help', '农忙时组织邻里帮工'],
  ],
};
const otherwise = [
  ['industry', '参加生姜种植合作社，统一供种和收购'],
  ['policy-briefing', '逐项宣讲可享受的扶贫政策'],
] as const;

const personOf = (city: City, account: string) =>
  city.demoAccounts.find((each) => each.account === account)?.personId ?? '';

export function helpPlans(seed: number, city: City): HelpPlanRow[] {
  const helper = personOf(city, 'helper-kouzhen');
  const ids = new Set(
    city.pairings.filter(({ helperId }) => helperId === helper).map(({ householdId }) => householdId),
  );
  const households = city.households.filter(({ id }) => ids.has(id));
  return households.map((household, at) => ({
    id: idOf(seed, 'help-plan', household.number),
    household,
    goal: '年底稳定实现两不愁三保障，人均纯收入超过省定标准',
    draftedBy: helper,
    reviewedBy: personOf(city, 'town-kouzhen'),
    measures: (help[household.mainCause] ?? otherwise).map(([kind, content], half) => {
      // The first half-year's measure is done; of the second, every other household's.
      const done = half === 0 || at % 2 === 0;
      return {
        id: idOf(seed, 'help-measure', `${household.number}/${half}`),
        cause: household.mainCause,
        kind,
        content,
        dueOn: half === 0 ? '2018-06-30' : '2018-12-20',
        carriedOn: done ? (half === 0 ? '2018-05-16' : '2018-11-08') : null,
        effect: done ? '已落实，户主满意' : null,
      };
    }),
  }));
}

export function campaigns(seed: number, city: City): CampaignRow[] {
  const poorest = helpPlans(seed, city).map(({ household }) => household);
  return [
    {
      id: idOf(seed, 'campaign', 'big-visit/371202/2018Q2'),
      kind: 'big-visit',
      region: '371202',
      title: '莱城区二季度扶贫大走访',
      documentNumber: '莱城扶组发〔2018〕8号（拟）',
      turn: '2018Q2',
      startsOn: '2018-05-07',
      endsOn: '2018-06-01',
      covers: 'register',
      plannedBy: personOf(city, 'district-laicheng'),
      households: [],
    },
    {
      id: idOf(seed, 'campaign', 'visit-to-the-poor/371200/2018'),
      kind: 'visit-to-the-poor',
      region: '371200',
      title: '全市访贫问苦大走访',
      documentNumber: '莱扶组发〔2018〕15号（拟）',
      turn: '2018',
      startsOn: '2018-06-04',
      endsOn: '2018-06-30',
      covers: 'listed',
      plannedBy: personOf(city, 'city-director'),
      households: poorest.slice(0, 3),
    },
  ];
}
