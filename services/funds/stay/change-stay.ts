// Takes one step with a stay: the rules say whether it may be, and the database answers with its own verdict.
import type { Context } from '#platform/graph/context';
import { checkId } from '#platform/vocabulary/id';
import { commonRefusals, invalidInput } from '#platform/vocabulary/refusal';
import { settlementRefusals } from '../settlement/settlement-refusals.rules';
import { Stay } from './stay.entity';
import { nextStatus, type StayStatus, type StayStep } from './stay.rules';

type Ask = (sql: string, parameters: unknown[]) => Promise<{ verdict: string }[]>;

export async function changeStay(
  context: Context,
  stayId: string,
  step: StayStep,
  deed: { action: string; facts: Record<string, unknown> },
  run: (query: Ask) => Promise<{ verdict: string }[]>,
): Promise<string> {
  checkId(stayId, '住院 stay');
  await context.inScope.write({ ...deed, target: stayId }, async (rows) => {
    const stay = await rows.manager.findOneBy(Stay, { id: stayId });
    if (!stay) throw commonRefusals.notFound({ what: '住院 stay' });
    nextStatus(stay.status, step);
    const [answer] = await run((sql, parameters) => rows.query(sql, parameters));
    tellStayVerdict(answer?.verdict ?? 'unknown', step);
  });
  return stayId;
}

export function tellStayVerdict(verdict: string, step: StayStep): void {
  if (verdict === 'done') return;
  if (verdict === 'future') throw invalidInput('on', '日期不得晚于今天', 'not on a day to come');
  if (verdict === 'before-admission')
    throw invalidInput('on', '出院不得早于入院', 'nobody is discharged before being admitted');
  if (verdict.startsWith('served '))
    throw settlementRefusals.feeDayOutside({ field: `lines.${verdict.slice('served '.length)}.servedOn` });
  if (verdict === 'area')
    throw invalidInput(
      'given',
      '只有统筹区外就医才有已在他处支付的金额',
      'only out of the area was something paid elsewhere',
    );
  if (verdict.startsWith('payer ')) throw settlementRefusals.payerUnknown({ payer: verdict.slice('payer '.length) });
  if (verdict.startsWith('status ')) nextStatus(verdict.slice('status '.length) as StayStatus, step);
  throw commonRefusals.notFound({ what: '住院 stay' });
}
