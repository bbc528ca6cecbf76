// Uploads the fees of a stay and discharges the patient: each verb is answered by the database's own verdict.
import type { Context } from '#platform/graph/context';
import { commonRefusals, invalidInput } from '#platform/vocabulary/refusal';
import { checkId } from '../id.rules';
import { Stay } from './stay.entity';
import type { FeeInput } from './stay.input';
import { stayById } from './stay.loader';
import { checkFees, nextStatus, type StayStatus, type StayStep } from './stay.rules';

/** The list as a whole: uploading it again replaces it, so that a repeated upload doubles nothing. */
export async function uploadFees(context: Context, stayId: string, lines: readonly FeeInput[]): Promise<Stay | null> {
  checkFees(lines);
  const fees = [
    lines.map(({ name }) => name),
    lines.map(({ feeClass }) => feeClass),
    lines.map(({ amount }) => amount.toString()),
    lines.map(({ outOfPolicy }) => outOfPolicy.toString()),
  ];
  return change(context, stayId, 'upload', { action: 'uploadFees', facts: { lines: lines.length } }, (query) =>
    query('select funds.put_fees($1, $2, $3, $4, $5) as verdict', [stayId, ...fees]),
  );
}

export async function dischargePatient(context: Context, stayId: string, on: string): Promise<Stay | null> {
  return change(context, stayId, 'discharge', { action: 'dischargePatient', facts: { on } }, (query) =>
    query('select funds.discharge_patient($1, $2) as verdict', [stayId, on]),
  );
}

type Ask = (sql: string, parameters: unknown[]) => Promise<{ verdict: string }[]>;

async function change(
  context: Context,
  stayId: string,
  step: StayStep,
  deed: { action: string; facts: Record<string, unknown> },
  run: (query: Ask) => Promise<{ verdict: string }[]>,
): Promise<Stay | null> {
  checkId(stayId, '住院 stay');
  await context.inScope.write({ ...deed, target: stayId }, async (rows) => {
    const stay = await rows.manager.findOneBy(Stay, { id: stayId });
    if (!stay) throw commonRefusals.notFound({ what: '住院 stay' });
    nextStatus(stay.status, step);
    const [answer] = await run((sql, parameters) => rows.query(sql, parameters));
    tellStayVerdict(answer?.verdict ?? 'unknown', step);
  });
  return stayById.load(context, stayId);
}

export function tellStayVerdict(verdict: string, step: StayStep): void {
  if (verdict === 'done') return;
  if (verdict === 'future') throw invalidInput('on', '日期不得晚于今天', 'not on a day to come');
  if (verdict === 'before-admission')
    throw invalidInput('on', '出院不得早于入院', 'nobody is discharged before being admitted');
  if (verdict.startsWith('status ')) nextStatus(verdict.slice('status '.length) as StayStatus, step);
  throw commonRefusals.notFound({ what: '住院 stay' });
}
