// Judging a discharge by the rules of monitoring (出院监测): what a rule asks, what was, and one plain sentence where it was not kept.
import Big from 'big.js';
import { type Fen, formatYuan, parseYuan } from '#platform/vocabulary/money';
import type { BilingualText } from '#platform/vocabulary/refusal';
import type { MonitoringRule } from './monitoring-pack.rules';

/** Amounts are fen as text, as the rows tell them. */
export interface Burden {
  bill: string;
  compliant: string;
  patientPays: string;
  patientCompliant: string;
}

export interface MonitoredStay {
  settlementId: string;
  /** false: it was struck, and nothing of it is judged */
  standing: boolean;
  encounter: string;
  area: string;
  paidElsewhere: boolean;
  treatFirst: boolean;
  exclusion: string | null;
  dischargedOn: string;
  settledOn: string;
  tags: string[];
  stay: Burden;
  /** of this person and insurance year, up to and with this stay */
  year: Burden;
}

export interface FoundViolation extends BilingualText {
  measure: MonitoringRule['measure'];
  per: MonitoringRule['per'];
  cost: MonitoringRule['cost'];
  measured: string;
  bound: string;
}

interface Told {
  measured: string;
  bound: string;
  words: BilingualText;
}

/** Null where the rule is kept, or is not for this stay. */
export function judgeStay(rule: MonitoringRule, stay: MonitoredStay): FoundViolation | null {
  if (stay.encounter !== 'stay') return null;
  if (rule.tags && !rule.tags.some((tag) => stay.tags.includes(tag))) return null;
  const told = toldOf(rule, stay);
  if (!told) return null;
  const { measure, per, cost, clause } = rule;
  return {
    ...{ measure, per, cost, measured: told.measured, bound: told.bound },
    zh: `${clause.zh}：${told.words.zh}。`,
    en: `${clause.en}: ${told.words.en}.`,
  };
}

function toldOf(rule: MonitoringRule, stay: MonitoredStay): Told | null {
  switch (rule.measure) {
    case 'treat-first':
      if (stay.treatFirst || stay.exclusion !== null) return null;
      return {
        measured: 'no',
        bound: 'yes',
        words: {
          zh: '未办理先诊疗后付费，也未登记排除情形',
          en: 'the patient was not treated first, and no exclusion is told',
        },
      };
    case 'one-stop':
      return oneStop(stay, rule.withinDays ?? 0);
    case 'patient-pays':
      return measured(rule, burdenOf(rule, stay).patient, null);
    default: {
      const { patient, whole } = burdenOf(rule, stay);
      if (whole === 0n) return null;
      return measured(rule, rule.measure === 'patient-share' ? patient : whole - patient, whole);
    }
  }
}

/** Out of the area insurance has paid elsewhere before: no hospital here could have settled it in one. */
function oneStop({ area, paidElsewhere, dischargedOn, settledOn }: MonitoredStay, within: number): Told | null {
  if (area === 'out') return null;
  const days = daysBetween(dischargedOn, settledOn);
  if (paidElsewhere)
    return {
      measured: 'elsewhere',
      bound: 'here',
      words: { zh: '部分费用已在他处支付，未一站式办理', en: 'a part was paid elsewhere, and not in one stop' },
    };
  if (days <= within) return null;
  return {
    measured: String(days),
    bound: String(within),
    words: {
      zh: `出院后第 ${days} 日结算，限 ${within} 日`,
      en: `settled ${days} days after the discharge, ${within} are allowed`,
    },
  };
}

interface Parts {
  patient: Fen;
  whole: Fen;
}

function burdenOf({ per, cost }: MonitoringRule, stay: MonitoredStay): Parts {
  const burden = per === 'stay' ? stay.stay : stay.year;
  return cost === 'all'
    ? { patient: BigInt(burden.patientPays), whole: BigInt(burden.bill) }
    : { patient: BigInt(burden.patientCompliant), whole: BigInt(burden.compliant) };
}

const boundWords = {
  'at-least': { zh: '应不低于', en: 'at least' },
  'at-most': { zh: '应不超过', en: 'at most' },
  below: { zh: '应低于', en: 'below' },
} as const;

/** `whole` null: an amount; else a share, compared exactly and told to a hundredth of a per cent. */
function measured({ bound, measure, per, cost }: MonitoringRule, part: Fen, whole: Fen | null): Told | null {
  if (!bound) return null;
  const limit = new Big(whole === null ? parseYuan(bound.value).toString() : bound.value);
  // Without dividing: a share of a third is no decimal.
  const side = new Big(part.toString());
  const against = whole === null ? limit : limit.times(whole.toString());
  const kept =
    bound.is === 'at-least' ? side.gte(against) : bound.is === 'at-most' ? side.lte(against) : side.lt(against);
  if (kept) return null;
  const percent = (value: Big) => `${value.times(100).round(2, Big.roundHalfUp).toFixed()}%`;
  const was = whole === null ? `${formatYuan(part)} 元` : percent(side.div(whole.toString()));
  const asked = whole === null ? `${formatYuan(BigInt(limit.toFixed(0)))} 元` : percent(limit);
  const of = {
    zh: `${per === 'year' ? '本年度累计' : '本次'}${cost === 'compliant' ? '政策范围内' : '全部费用'}`,
    en: `${per === 'year' ? 'this year' : 'this stay'}, ${cost === 'compliant' ? 'in policy' : 'all cost'}`,
  };
  const what =
    measure === 'reimbursed-share'
      ? { zh: '实际报销比例', en: 'reimbursed' }
      : { zh: '个人负担', en: 'borne by the patient' };
  const { zh, en } = boundWords[bound.is];
  return {
    measured: was,
    bound: `${bound.is} ${asked}`,
    words: {
      zh: `${of.zh}${what.zh} ${was}，${zh} ${asked}`,
      en: `${of.en}: ${what.en} ${was.replace(' 元', ' yuan')}, ${en} ${asked.replace(' 元', ' yuan')}`,
    },
  };
}

const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
