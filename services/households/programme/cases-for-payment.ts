// Answers which cases can be paid (事项发放依据) to funds, through the caller's own scope; how much is funds' matter.
import type { Context } from '#platform/graph/context';
import { isId } from '#platform/vocabulary/id';
import { invalidInput } from '#platform/vocabulary/refusal';
import { conditionsOfCase } from './case-conditions.loader';
import type { PaymentCase } from './payment-case.entity';
import { ProgrammeCase } from './programme-case.entity';

const MOST = 2000;
const acceptances = `select s.case_id as id, ((max(s.taken_at) at time zone 'Asia/Shanghai')::date)::text as "on"
  from households.programme_step s where s.case_id = any($1::uuid[]) and s.code = 'accept' group by s.case_id`;

export async function casesForPayment(context: Context, ids: readonly string[]): Promise<PaymentCase[]> {
  if (ids.length > MOST) throw invalidInput('ids', `一次至多 ${MOST} 项`, `at most ${MOST} cases at once`);
  const known = ids.filter(isId);
  const [cases, accepted] = await Promise.all([
    context.inScope.read(({ select }) => select(ProgrammeCase, 'where t.id = any($1::uuid[]) order by t.id', [known])),
    context.inScope.read(({ query }) => query<{ id: string; on: string }>(acceptances, [known])),
  ]);
  const acceptedOn = new Map(accepted.map((row) => [row.id, row.on]));
  return Promise.all(
    cases.map(async (row) => ({
      id: row.id,
      programme: row.programme,
      householdId: row.householdId,
      memberId: row.memberId,
      state: row.state,
      eligible: (await conditionsOfCase(context, row)).every((condition) => condition.holds),
      payable: row.payable,
      documentNumber: row.documentNumber,
      grade: typeof row.facts.grade === 'string' ? row.facts.grade : null,
      acceptedOn: acceptedOn.get(row.id) ?? null,
    })),
  );
}
