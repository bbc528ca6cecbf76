// Monitors a patient's year (结算监测): whenever a stay is settled, supplemented or struck, it and the later ones of the year are judged by the packs of their days of discharge.
import type { Rows, WriteRows } from '#platform/database/in-scope';
import { newId } from '#platform/database/new-id';
import { packContent } from '#platform/graph/pack/pack-in-force';
import { type FoundViolation, judgeStay, type MonitoredStay } from './judge-stay.rules';
import { type MonitoringRule, monitoringKind, monitoringPackKinds, monitoringRuleKinds } from './monitoring-pack.rules';

export interface StandingPack {
  kind: string;
  id: string;
  hash: string;
}

export interface StandingRule {
  rule: MonitoringRule;
  hash: string;
}

/** `settlementId`: what was settled or struck, or the supplement; in the transaction that did it. */
export async function monitorYear(rows: WriteRows, settlementId: string): Promise<void> {
  const [found] = await rows.query<{ facts: MonitoredStay[] | null }>('select funds.monitoring_facts($1) as facts', [
    settlementId,
  ]);
  const checks: MonitoringCheck[] = [];
  const rulesOf = new Map<string, StandingRule[]>();
  for (const stay of found?.facts ?? []) {
    const rules = rulesOf.get(stay.dischargedOn) ?? (await rulesOn(rows, stay.dischargedOn));
    rulesOf.set(stay.dischargedOn, rules);
    checks.push(checkOf(rules, stay));
  }
  if (checks.length > 0) await rows.query(RECORD_MONITORING, [settlementId, JSON.stringify(checks)]);
}

export const RECORD_MONITORING = 'select funds.record_monitoring($1, $2)';

export interface MonitoringCheck {
  id: string;
  settlementId: string;
  facts: Omit<MonitoredStay, 'settlementId'>;
  packs: Record<string, string>;
  violations: object[];
}

export function checkOf(rules: readonly StandingRule[], stay: MonitoredStay): MonitoringCheck {
  const { settlementId, ...facts } = stay;
  return {
    id: newId(),
    settlementId,
    facts,
    packs: Object.fromEntries(rules.map(({ rule, hash }) => [rule.measure, hash])),
    violations: stay.standing ? rules.flatMap((each) => violationBy(each, stay)) : [],
  };
}

function violationBy(
  { rule, hash }: StandingRule,
  stay: MonitoredStay,
): (FoundViolation & { id: string; packHash: string })[] {
  const found = judgeStay(rule, stay);
  return found ? [{ id: newId(), packHash: hash, ...found }] : [];
}

/** Those that the city's pack names and whose own pack stands on that day, found in one statement: a settlement waits for it. */
async function rulesOn(rows: Rows, day: string): Promise<StandingRule[]> {
  return rulesOfPacks(
    rows,
    await rows.query<StandingPack>(STANDING, [monitoringPackKinds.map(({ kind }) => kind), day]),
  );
}

export async function rulesOfPacks(rows: Rows, found: readonly StandingPack[]): Promise<StandingRule[]> {
  const packOf = new Map(found.map((pack) => [pack.kind, pack]));
  const city = packOf.get(monitoringKind.kind);
  const named = city ? (await packContent(rows, monitoringKind, city)).rules : [];
  const standing: StandingRule[] = [];
  for (const measure of named) {
    const kind = monitoringRuleKinds[measure];
    const pack = packOf.get(kind.kind);
    if (pack) standing.push({ rule: await packContent(rows, kind, pack), hash: pack.hash });
  }
  return standing;
}

const STANDING = `select distinct on (kind) kind, id, hash from funds.pack where kind = any ($1::text[]) and approved_at is not null and withdrawn_at is null
  and effective_from <= $2::date and (in_force_to is null or in_force_to > $2::date) order by kind, effective_from desc`;
