// Facts of a case (事项事实): told as text, kept as the pack's kind says, and told again with their titles.
import { parseCalendarDay } from '#platform/vocabulary/calendar-day';
import { formatYuan, parseYuan } from '#platform/vocabulary/money';
import { invalidInput } from '#platform/vocabulary/refusal';
import type { FactsHeld, FactValue } from '../eligibility/condition.rules';
import { checkText } from '../household/codes.rules';
import type { CaseFactKind, ProgrammePack } from './programme-pack.rules';
import { programmeRefusals as refusals } from './programme-refusals.rules';

export interface ToldFact {
  code: string;
  value: string;
}

const LONGEST = 1000;
const MANY_DIGITS = /\d[\d\s-]{6,}\d/;

/** Only what this step may tell, each once; yuan are kept as whole fen. */
export function readFacts(
  pack: ProgrammePack,
  { needs, tells }: { needs: readonly string[]; tells: readonly string[] },
  told: readonly ToldFact[],
): Record<string, FactValue> {
  const read: Record<string, FactValue> = {};
  for (const { code, value } of told) {
    const kind = pack.facts.find((fact) => fact.code === code);
    const field = `facts.${code}`;
    if (!kind || ![...needs, ...tells].includes(code))
      throw invalidInput(field, '本环节不填此项', 'this step does not tell it');
    if (code in read) throw invalidInput(field, '此项重复', 'it is told twice');
    read[code] = readValue(kind, value, field);
  }
  return read;
}

function readValue(kind: CaseFactKind, value: string, field: string): FactValue {
  switch (kind.kind) {
    case 'yes-no':
      if (value !== 'true' && value !== 'false') throw invalidInput(field, '须为 true 或 false', 'is true or false');
      return value === 'true';
    case 'whole': {
      const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN;
      const { least = 0, most = 999_999_999 } = kind;
      if (!(number >= least && number <= most))
        throw invalidInput(field, `须为 ${least} 至 ${most} 的整数`, `is a whole number from ${least} to ${most}`);
      return number;
    }
    case 'yuan': {
      const fen = parseYuan(value, field);
      if (fen < 0n) throw invalidInput(field, '金额不能为负', 'an amount is not negative');
      return Number(fen);
    }
    case 'code': {
      const codes = (kind.options ?? []).map((option) => option.code);
      if (!codes.includes(value))
        throw invalidInput(field, `代码须为 ${codes.join('、')} 之一`, `the code is one of ${codes.join(', ')}`);
      return value;
    }
    case 'day':
      return parseCalendarDay(value, field);
    case 'words':
      return refuseNumbers(checkText(value, field, 1, LONGEST), field);
  }
}

export function refuseNumbers(words: string, field: string): string {
  if (MANY_DIGITS.test(words))
    throw invalidInput(field, '不得写入证件号、卡号或电话', 'holds no identity, card or phone number');
  return words;
}

/** Facts of the pack that a step wants, nobody told and the register holds: they go into the step as they stand, so that it stays explained. */
export function factsFromRegister(
  { facts }: Pick<ProgrammePack, 'facts'>,
  needs: readonly string[],
  told: Readonly<Record<string, unknown>>,
  held: FactsHeld,
): Record<string, FactValue> {
  const known = needs.flatMap((code) => {
    const value = told[code] === undefined && facts.some((fact) => fact.code === code) ? held[code] : undefined;
    return value === undefined || value === null ? [] : [[code, value] as const];
  });
  return Object.fromEntries(known) as Record<string, FactValue>;
}

export function checkNeeded(
  pack: ProgrammePack,
  needs: readonly string[],
  known: Readonly<Record<string, unknown>>,
): void {
  const missing = needs.filter((code) => known[code] === undefined || known[code] === null);
  if (missing.length === 0) return;
  const titles = missing.map((code) => pack.facts.find((fact) => fact.code === code)?.title);
  throw refusals.caseFactsMissing({
    missing: missing.join(', '),
    zh: titles.map((title) => title?.zh).join('、'),
    en: titles.map((title) => title?.en).join(', '),
  });
}

export interface ShownFact {
  code: string;
  title: string;
  value: string;
  /** a code's own words, or the value with its unit */
  says: string;
}

/** In the order of the pack; a fact that the pack no longer names is not there. */
export function showFacts(pack: ProgrammePack, facts: Readonly<Record<string, FactValue>>): ShownFact[] {
  return pack.facts.flatMap((kind) => {
    const held = facts[kind.code];
    if (held === undefined || held === null) return [];
    const value = kind.kind === 'yuan' ? formatYuan(BigInt(Number(held))) : String(held);
    const { zh, en } = wordsOf(kind, value);
    return [{ code: kind.code, title: `${kind.title.zh} · ${kind.title.en}`, value, says: `${zh} · ${en}` }];
  });
}

function wordsOf({ kind, unit, options }: CaseFactKind, value: string): { zh: string; en: string } {
  if (kind === 'yes-no') return value === 'true' ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' };
  const option = options?.find(({ code }) => code === value);
  if (option) return option.title;
  if (kind === 'yuan') return { zh: `${value} 元`, en: `${value} yuan` };
  return unit ? { zh: `${value} ${unit.zh}`, en: `${value} ${unit.en}` } : { zh: value, en: value };
}
