// A discharge is judged by the rules that ship: each bound from both sides, of a stay and of a year, of all and of compliant cost.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#platform/process/project-root';
import { readPack } from '#platform/vocabulary/pack';
import { judgeStay, type MonitoredStay } from './judge-stay.rules';
import {
  type Measure,
  type MonitoringRule,
  measures,
  monitoringKind,
  monitoringRuleKinds,
} from './monitoring-pack.rules';

const json = (measure: string) =>
  JSON.parse(readFileSync(join(projectRoot, `data/monitoring/${measure}.json`), 'utf8'));
function rule(measure: Measure, change: Partial<MonitoringRule> = {}): MonitoringRule {
  const { content, flaws } = readPack(monitoringRuleKinds[measure], { ...json(measure), ...change });
  if (!content) throw new Error(flaws.map(({ path, en }) => `${path} ${en}`).join(', '));
  return content;
}
const burden = { bill: '1000000', compliant: '900000', patientPays: '40000', patientCompliant: '0' };
const kept: MonitoredStay = {
  ...{
    settlementId: '-',
    standing: true,
    encounter: 'stay',
    area: 'in',
    paidElsewhere: false,
    treatFirst: true,
    exclusion: null,
  },
  ...{ dischargedOn: '2018-07-30', settledOn: '2018-07-30', tags: ['registered-poor'], stay: burden, year: burden },
};

test('what keeps every rule is no violation, and neither is outpatient care or somebody without the tag', () => {
  for (const measure of measures) expect(judgeStay(rule(measure), kept)).toBeNull();
  const bad = { ...kept, treatFirst: false };
  expect(judgeStay(rule('treat-first'), bad)).not.toBeNull();
  expect(judgeStay(rule('treat-first'), { ...bad, encounter: 'outpatient' })).toBeNull();
  expect(judgeStay(rule('treat-first', { tags: ['tekun'] }), bad)).toBeNull();
});

test('treat first: not done and not excluded; one stop: late, or partly paid elsewhere, but not out of the area', () => {
  expect(judgeStay(rule('treat-first'), { ...kept, treatFirst: false })?.zh).toContain('未办理先诊疗后付费');
  expect(judgeStay(rule('treat-first'), { ...kept, treatFirst: false, exclusion: 'third-party' })).toBeNull();
  const late = { ...kept, settledOn: '2018-08-09' };
  expect(judgeStay(rule('one-stop', { withinDays: 10 }), late)).toBeNull();
  expect(judgeStay(rule('one-stop', { withinDays: 9 }), late)).toMatchObject({ measured: '10', bound: '9' });
  expect(judgeStay(rule('one-stop'), { ...kept, paidElsewhere: true })?.measured).toBe('elsewhere');
  expect(judgeStay(rule('one-stop'), { ...kept, area: 'out', paidElsewhere: true })).toBeNull();
});

test('85 per cent reimbursed, under 10 per cent borne, 3,000 yuan a year: at the bound and a fen beyond it', () => {
  const borne = (patientPays: string): MonitoredStay => {
    const of = { ...burden, patientPays };
    return { ...kept, stay: of, year: of };
  };
  expect(judgeStay(rule('reimbursed-share'), borne('150000'))).toBeNull();
  expect(judgeStay(rule('reimbursed-share'), borne('150001'))).toMatchObject({
    measured: '85%',
    bound: 'at-least 85%',
  });
  expect(judgeStay(rule('patient-share'), borne('99999'))).toBeNull();
  expect(judgeStay(rule('patient-share'), borne('100000'))?.zh).toContain('应低于 10%');
  expect(judgeStay(rule('patient-pays'), borne('300000'))).toBeNull();
  expect(judgeStay(rule('patient-pays'), borne('300001'))?.zh).toContain(
    '本年度累计全部费用个人负担 3000.01 元，应不超过 3000.00 元',
  );
});

test('the pack says whether a stay or the year, all or compliant cost is looked at', () => {
  const year = { ...kept, year: { ...burden, patientPays: '400000', patientCompliant: '310000' } };
  expect(judgeStay(rule('patient-pays', { per: 'stay' }), year)).toBeNull();
  expect(judgeStay(rule('patient-pays', { cost: 'compliant' }), year)?.measured).toBe('3100.00 元');
  expect(judgeStay(rule('patient-share', { per: 'year', cost: 'compliant' }), year)?.measured).toBe('34.44%');
});

test('a pack that is not sound is refused by its field; the pack of the city names rules that ship', () => {
  const flawOf = (measure: Measure, change: object) =>
    readPack(monitoringRuleKinds[measure], { ...json(measure), ...change }).flaws[0]?.path;
  expect(flawOf('patient-pays', { bound: undefined })).toBe('bound');
  expect(flawOf('treat-first', { bound: { is: 'below', value: '0.1' } })).toBe('bound');
  expect(flawOf('treat-first', { per: 'year' })).toBe('per');
  expect(flawOf('one-stop', { withinDays: undefined })).toBe('withinDays');
  expect(flawOf('patient-share', { figureSource: 'nowhere' })).toBe('figureSource');
  expect(flawOf('patient-share', { measure: 'patient-pays' })).toBe('measure');
  expect(readPack(monitoringKind, json('laiwu-2018')).content?.rules).toEqual([...measures]);
  expect(readPack(monitoringKind, { ...json('laiwu-2018'), rules: ['one-stop', 'one-stop'] }).flaws[0]?.path).toBe(
    'rules',
  );
});
