// Makes the year's checklist (考核清单) of the member units: 229 tasks from the units' duties, and two that every unit has.
import type { UnitChecklist } from '../../services/assessments/task/checklist-pack.rules';
import { memberUnits } from './units';

const common = [
  { title: '落实结对帮扶和每月走访', standard: '帮扶责任人每月到户不少于一次', evidence: '走访记录' },
  { title: '主要负责人研究调度脱贫攻坚', standard: '每季度至少一次，有问题有整改', evidence: '会议纪要' },
];
const commonWeight = 10;
const head = {
  name: 'units-2018',
  title: { zh: '2018 年成员单位脱贫攻坚任务清单（假定）', en: 'Checklist of the member units, 2018 (assumed)' },
  region: '371200',
  effectiveFrom: '2018-01-01',
  effectiveTo: '2019-01-01',
  source: [
    {
      key: 'laiwu-2018-q1',
      title: {
        zh: '莱芜市 2018 年一季度脱贫攻坚工作报道（2018 年 5 月）：41 个成员单位 229 项重点考核任务',
        en: 'Press report on the first quarter of 2018 in Laiwu, May 2018: 229 key tasks over 41 member units',
      },
      address: null,
    },
  ],
  assumed: [
    {
      zh: '只知道 41 个单位共 229 项；条目按各单位职责生成，文字、分值、时限、条款和计分办法均为假定',
      en: "Only the number is known, 229 over 41 units; the items are made from the units' lines of business, and their wording, weights, deadlines, articles and formulas are assumed",
    },
  ],
};
const document = {
  number: '莱扶组发〔2018〕41号（拟）',
  issuer: '莱芜市扶贫开发领导小组（拟）',
  title: '2018 年成员单位脱贫攻坚任务清单',
  text: '各成员单位按本清单所列任务、标准、时限、分值抓好落实，按季上报进展；报完成的附佐证材料，经核实、确认后计分。（拟）',
  version: 1,
  issuedOn: '2018-02-01',
};
const deadlines = ['2018-06-30', '2018-09-30', '2018-11-30', '2018-12-20'];

/** Assumed, from the words of the standard: what must be whole, what may not be one short, and what loses by tenths of a point. */
function formulaOf(standard: string): UnitChecklist['items'][number]['formula'] {
  if (/不低于百分之|率低于百分之/.test(standard)) return { pattern: 'minus-per-tenth-point', minusPerTenth: '0.1' };
  if (/不少于.{1,2}人/.test(standard)) return { pattern: 'one-short-is-zero' };
  if (/百分之百|全覆盖|全部|无漏/.test(standard)) return { pattern: 'full-only-at-100-percent' };
  return { pattern: 'proportional' };
}

export function makeUnitChecklist(): UnitChecklist {
  const items = memberUnits().flatMap(({ code: unit, duties }, at) => {
    const left = 100 - common.length * commonWeight;
    const each = Math.floor(left / duties.length);
    const own = duties.map((duty, place) => ({
      ...duty,
      weight: each + (place < left - each * duties.length ? 1 : 0),
    }));
    const shared = common.map((duty) => ({ ...duty, weight: commonWeight }));
    return [...own, ...shared].map(({ title, standard, evidence, weight }, place) => ({
      code: `U${String(at + 1).padStart(2, '0')}-${place + 1}`,
      unit,
      title,
      standard,
      weight,
      deadline: place < duties.length ? (deadlines[place % deadlines.length] ?? '') : '2018-12-20',
      evidence,
      formula: formulaOf(standard),
      article: `附件第 ${at + 1} 部分第 ${place + 1} 项`,
    }));
  });
  return { ...head, document: { ...document, tasks: items.length }, items };
}

if (require.main === module) process.stdout.write(`${JSON.stringify(makeUnitChecklist(), null, 2)}\n`);
