// What a settlement is made of (结算依据的读取): the stay, its fees, the policies above its patient's home, and his year; asked for at once.
import type { Rows } from '#platform/database/in-scope';
import type { AdoptedPolicy } from '../settlement-policy/find-settlement-policy';
import { Stay } from '../stay/stay.entity';
import { StayFee } from '../stay/stay-fee.entity';

/** Sums and a count of one person and insurance year; nothing of the stays behind them. */
export interface YearFacts {
  totals: Record<string, string>;
  stays: number;
}

export interface SettlementGround {
  stay: Stay | null;
  lines: StayFee[];
  policies: AdoptedPolicy[];
  /** null where the year cannot be known before the policy is: of a stay over 31 December */
  facts: YearFacts | null;
}

const POLICIES = `select p.id, p.hash, p.effective_from as "effectiveFrom", p.effective_to as "effectiveTo"
  from funds.stay s join funds.settlement_policy p on starts_with(s.path, p.path) where s.id = $1 order by p.path desc, p.effective_from desc`;
const ONE_YEAR = `select funds.member_year_facts(s.id, extract(year from s.discharged_on)::int, $2) as year from funds.stay s
  where s.id = $1 and extract(year from s.admitted_on) = extract(year from s.discharged_on)`;

/** `lock`: the patient's year is held until the transaction ends, so that two hospitals settle one after the other. */
export async function readGround(rows: Rows, stayId: string, lock: boolean): Promise<SettlementGround> {
  const [[stay = null], lines, policies, [found]] = await Promise.all([
    rows.select(Stay, 'where t.id = $1', [stayId]),
    rows.select(StayFee, 'where t.stay_id = $1 order by t.ordinal', [stayId]),
    rows.query<AdoptedPolicy>(POLICIES, [stayId]),
    rows.query<{ year: YearFacts | null }>(ONE_YEAR, [stayId, lock]),
  ]);
  return { stay, lines, policies, facts: found?.year ?? null };
}

export async function readYear(rows: Rows, stayId: string, year: number, lock: boolean): Promise<YearFacts | null> {
  const [found] = await rows.query<{ year: YearFacts | null }>('select funds.member_year_facts($1, $2, $3) as year', [
    stayId,
    year,
    lock,
  ]);
  return found?.year ?? null;
}
