// Explains a disputed figure (数据来历): how it came into the register and what was decided or found about it since, as far as the caller may see.
import type { Context } from '#platform/graph/context';
import { figureOf } from './complaint.rules';
import { FigureStep } from './correction-effect.entity';
import type { DataComplaint } from './data-complaint.entity';

const registered = `select h.registered_on::timestamp at time zone 'Asia/Shanghai' as at, '登记建档 · Registered' as what, null as "documentNumber", null::uuid as by
  from households.household h where h.id = $1`;
const decided = `select s.decided_at as at, s.year || ' ' || s.state as what, s.document_number as "documentNumber", s.decided_by as by
  from households.household_state s where s.household_id = $1`;
const checked = `select c.answered_at as at, '按上级核定核改 · Checked after a verdict above: ' || c.asked || ', ' || c.answer as what, null as "documentNumber", c.answered_by as by
  from households.member_check c where c.member_id = $2 and c.answer is not null`;
const compared = `select c.closed_at as at, '部门比对 · Compared with another bureau: ' || c.kind || ', ' || c.verdict || ', ' || c.outcome as what, null as "documentNumber", c.closed_by as by
  from households.comparison_match c where c.member_id = $2 and c.closed_at is not null`;

/** Of a member under whichever household it was told: histories go along when households are split and merged. */
const changed = `select c.known_at as at, '变更 · Changed: ' || c.deed || ', ' || c.valid_from as what, c.document_number as "documentNumber", c.changed_by as by
  from households.fact_change c where c.field = $3 and (c.member_id = $2 or $2::uuid is null and c.member_id is null and c.household_id = $1)`;

/** Where the disputed figure comes from, oldest first, as far as the caller may see it. */
export async function explainFigure({ inScope }: Context, complaint: DataComplaint): Promise<FigureStep[]> {
  const { householdId, memberId, figure } = complaint;
  if (householdId === null) return [];
  const { scope } = inScope.caller;
  const sources = [registered, ...(figure === 'state' ? [decided] : [])];
  if (scope === 'region' || scope === 'paired') sources.push(changed);
  if (figureOf(figure).of === 'member' && scope === 'region') sources.push(checked, compared);
  const sql = `select * from (${sources.join(' union all ')}) x where $2::uuid is null or $3::text is null or true order by x.at`;
  return inScope.read(({ query }) => query(sql, [householdId, memberId, figure], FigureStep));
}
