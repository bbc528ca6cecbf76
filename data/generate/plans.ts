// Plans (年度计划) of 2018 in the generated city: of the city, the districts and a zone, of one unit, and a town's draft that waits.
import { idOf } from './ids';
import type { Founded } from './leadership';

export interface PlanRow {
  id: string;
  regionId: string;
  path: string;
  unitId: string | null;
  year: number;
  title: string;
  documentNumber: string;
  madeBy: string;
  approvedBy: string | null;
  targets: { quarter: string; households: number; people: number }[];
  milestones: { title: string; dueOn: string; doneOn: string | null }[];
  projects: {
    name: string;
    kind: 'programme' | 'project';
    thrust: 'development' | 'guarantee';
    reach: 'household' | 'area';
  }[];
}

/** Households left at the end of 2017, by the province's proportions; Laiwu's own targets were not found (assumed). */
const toLift: Readonly<Record<string, number>> = { 莱芜市: 1189, 莱城区: 760, 钢城区: 260, 雪野旅游区: 100, 口镇: 56 };
const officers: Readonly<Record<string, string>> = {
  莱芜市: 'city-officer',
  莱城区: 'district-laicheng',
  钢城区: 'district-gangcheng',
  雪野旅游区: 'zone-xueye',
  口镇: 'town-kouzhen',
};
const share = [5, 40, 75, 100];

export function plansOf(
  seed: number,
  { regions, units, demoAccounts }: Founded & { demoAccounts: readonly { account: string; personId: string }[] },
): PlanRow[] {
  const person = (account: string) => {
    const found = demoAccounts.find((each) => each.account === account);
    if (!found) throw new Error(`demo-accounts.json has no ${account}, who makes or approves a plan`);
    return found.personId;
  };
  const ofRegions = Object.entries(officers).flatMap(([name, account]): PlanRow[] => {
    const region = regions.find((each) => each.name === name);
    if (!region) return [];
    const households = toLift[name] ?? 0;
    const approver = region.kind === 'city' ? 'city-director' : 'city-officer';
    return [
      {
        id: idOf(seed, 'plan', `${region.path}/2018`),
        regionId: region.id,
        path: region.path,
        unitId: null,
        year: 2018,
        title: `${name}2018年脱贫攻坚年度计划`,
        documentNumber: `${name}扶组发〔2018〕5号（拟）`,
        madeBy: person(account),
        approvedBy: region.kind === 'town' ? null : person(approver),
        targets: share.map((percent, at) => {
          const lifted = Math.round((households * percent) / 100);
          return { quarter: `2018Q${at + 1}`, households: lifted, people: Math.round(lifted * 1.53) };
        }),
        milestones: milestones(region.kind === 'town'),
        projects: region.kind === 'city' ? cityProjects : [],
      },
    ];
  });
  const health = units.find(({ code }) => code === 'health-commission');
  const home = regions.find(({ id }) => id === health?.regionId);
  if (!health || !home) return ofRegions;
  return [
    ...ofRegions,
    {
      id: idOf(seed, 'plan', `${health.code}/2018`),
      regionId: home.id,
      path: home.path,
      unitId: health.id,
      year: 2018,
      title: `${health.name}2018年行业扶贫计划`,
      documentNumber: '莱卫扶发〔2018〕2号（拟）',
      madeBy: person('unit-health'),
      approvedBy: person('city-officer'),
      targets: [],
      milestones: [
        { title: '一季度完成贫困人口慢性病签约', dueOn: '2018-03-31', doneOn: '2018-03-28' },
        { title: '定点医院一站式结算窗口全部开通', dueOn: '2018-06-30', doneOn: null },
      ],
      projects: [{ name: '健康扶贫工程', kind: 'programme', thrust: 'guarantee', reach: 'household' }],
    },
  ];
}

function milestones(isDraft: boolean): PlanRow['milestones'] {
  return [
    { title: '完成上年度脱贫户回头看', dueOn: '2018-03-31', doneOn: isDraft ? null : '2018-03-30' },
    { title: '完成第一批专项资金拨付', dueOn: '2018-05-31', doneOn: null },
    { title: '完成上半年观摩和大走访', dueOn: '2018-06-30', doneOn: null },
    { title: '完成年度脱贫退出评议公告', dueOn: '2018-11-30', doneOn: null },
  ];
}

/** From the office's ten jobs, with the tags of the layout: development and guarantee weigh the same. */
const cityProjects: PlanRow['projects'] = [
  { name: '偏远山区综合开发', kind: 'programme', thrust: 'development', reach: 'area' },
  { name: '产业扶贫项目', kind: 'project', thrust: 'development', reach: 'household' },
  { name: '脱贫难户低保兜底', kind: 'programme', thrust: 'guarantee', reach: 'household' },
  { name: '农村危房改造', kind: 'project', thrust: 'guarantee', reach: 'household' },
];
