// What the papers of a household say (扶贫手册、明白卡、户档案、收入测算表): tables from stored facts alone, so that nobody writes a number again by hand.

import { invalidInput } from '#platform/vocabulary/refusal';
import type { LineTold } from '../income/poverty-line.rules';
import { incomeSheet, incomesTable, type PaperTable, type SheetIncome } from './income-sheet.rules';

export enum HouseholdPaper {
  handbook = 'handbook',
  clearCard = 'clear-card',
  householdFile = 'household-file',
  incomeSheet = 'income-sheet',
}

export const paperTitles: Readonly<Record<HouseholdPaper, string>> = {
  [HouseholdPaper.handbook]: '扶贫手册',
  [HouseholdPaper.clearCard]: '扶贫明白卡',
  [HouseholdPaper.householdFile]: '贫困户档案',
  [HouseholdPaper.incomeSheet]: '家庭收入测算表',
};

export function checkPaperYear(year: number): void {
  if (year < 2014 || year > 2100)
    throw invalidInput('year', '年度须在 2014 至 2100 之间', 'a year lies between 2014 and 2100');
}

export interface Paper {
  title: string;
  number: string;
  /** by twos: what it is, and how it stands */
  facts: readonly (readonly [string, string])[];
  tables: readonly PaperTable[];
  /** who signs below */
  signs: readonly string[];
}

/** Everything in words already; masks are made where the rights are known. */
export interface PaperFacts {
  number: string;
  place: string;
  address: string;
  phone: string;
  standard: string;
  type: string;
  causes: string;
  registeredOn: string;
  state: string;
  year: number;
  living: readonly (readonly [string, string])[];
  members: readonly (readonly string[])[];
  states: readonly (readonly string[])[];
  /** 姓名、单位、层级、自、止 */
  helpers: readonly (readonly string[])[];
  goals: readonly (readonly string[])[];
  /** 年度、致贫原因、类别、内容、时限、落实、成效、签字 */
  measures: readonly (readonly string[])[];
  visits: readonly (readonly string[])[];
  /** of each year the one that holds, newest first */
  incomes: readonly SheetIncome[];
  /** of the year */
  lines: readonly LineTold[];
  /** 政策、文号、标准、咨询 */
  policies: readonly (readonly string[])[];
}

const MEMBERS = ['姓名', '与户主关系', '性别', '出生日期', '证件号', '文化程度', '健康状况', '劳动能力', '医疗保险'];
const HELPERS = ['帮扶责任人', '单位', '层级', '自', '止'];
const POLICIES = ['政策', '文号', '明白话', '标准', '咨询'];
const MEASURES = ['年度', '致贫原因', '类别', '措施', '时限', '落实', '成效', '户内签字'];

export function paperOf(paper: HouseholdPaper, facts: PaperFacts): Paper {
  const basics: (readonly [string, string])[] = [
    ['所在地', facts.place],
    ['住址', facts.address],
    ['联系电话', facts.phone],
    ['识别标准', facts.standard],
    ['贫困户属性', facts.type],
    ['致贫原因', facts.causes],
    ['建档日期', facts.registeredOn],
    ['当前状态', facts.state],
  ];
  const members = { caption: '家庭成员', head: MEMBERS, rows: facts.members };
  const helpers = { caption: '帮扶责任人（变更另起一行）', head: HELPERS, rows: facts.helpers };
  const goals = { caption: '帮扶目标', head: ['年度', '目标', '审核'], rows: facts.goals };
  const measures = { caption: '帮扶措施与成效', head: MEASURES, rows: facts.measures };
  const visits = {
    caption: `${facts.year} 年走访记录`,
    head: ['日期', '走访人', '见到', '内容', '问题'],
    rows: facts.visits,
  };
  const states = { caption: '历年状态', head: ['年度', '状态', '文号'], rows: facts.states };
  const policies = { caption: '适用的政策（按登记信息）', head: POLICIES, rows: facts.policies };
  const incomes = incomesTable(facts.incomes);
  const ofYear = (rows: PaperFacts['measures']) => rows.filter(([year]) => year === String(facts.year));
  const whole = { title: paperTitles[paper], number: facts.number };
  if (paper === HouseholdPaper.clearCard)
    return {
      ...whole,
      facts: basics,
      tables: [
        { ...helpers, caption: '帮扶责任人', rows: facts.helpers.filter((row) => row.at(-1) === '') },
        { ...measures, caption: `${facts.year} 年帮扶措施`, rows: ofYear(facts.measures) },
        policies,
      ],
      signs: ['户主签字：', '帮扶责任人签字：', '年　　月　　日'],
    };
  if (paper === HouseholdPaper.incomeSheet)
    return {
      ...whole,
      facts: basics,
      tables: [
        members,
        ...incomeSheet(
          facts.year,
          facts.incomes.find(({ year }) => year === facts.year),
          facts.lines,
        ),
        incomes,
      ],
      signs: ['户主签字：', '测算人：', '村（居）负责人：', '年　　月　　日'],
    };
  if (paper === HouseholdPaper.handbook)
    return {
      ...whole,
      facts: basics,
      tables: [
        members,
        { ...incomes, rows: ofYear(incomes.rows) },
        helpers,
        { ...goals, rows: ofYear(facts.goals) },
        { ...measures, rows: ofYear(facts.measures) },
        visits,
      ],
      signs: ['户主签字：', '帮扶责任人签字：', '村（居）盖章：'],
    };
  return {
    ...whole,
    facts: [...basics, ...facts.living],
    tables: [members, states, incomes, helpers, goals, measures, visits],
    signs: ['村（居）负责人：', '镇街审核：', '年　　月　　日'],
  };
}
