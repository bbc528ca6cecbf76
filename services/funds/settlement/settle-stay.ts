// Settles a stay (结算): under a lock on the patient's year, in one transaction with its shares and its audit row.
import { newId } from '#platform/database/new-id';
import { onceOn } from '#platform/database/once-only';
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { checkId } from '#platform/vocabulary/id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { monitorYear } from '../monitoring/monitor-year';
import { tellStayVerdict } from '../stay/change-stay';
import { columnsOf, differenceOf, nothingYet } from './difference.rules';
import { type PreparedSettlement, prepareOn } from './prepare-settlement';
import { engineVersion } from './settlement.rules';
import { readGround } from './settlement-ground';

export async function settleStay(context: Context, stayId: string, idempotencyKey: string): Promise<string> {
  checkId(stayId, '住院 stay');
  const { caller, inScope } = context;
  const once = { subgraph: 'funds', caller, operation: 'settleStay', idempotencyKey, payload: { stayId } } as const;
  return inScope
    .write({ action: 'settleStay', target: stayId }, (rows) => {
      const read = () => readGround(rows, stayId, true);
      return onceOn(rows, once, read, async (ground) => {
        const prepared = await prepareOn(rows, ground, 'settle', true);
        // Made under the lock: whatever of the year is settled later has a later id.
        const made = newId();
        const [answer] = await rows.query<{ verdict: string }>(
          'select funds.record_settlement($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17) as verdict',
          argumentsOf(made, prepared),
        );
        if (answer?.verdict === 'moved') throw commonRefusals.unavailable();
        tellStayVerdict(answer?.verdict ?? 'unknown', 'settle');
        // Care without a bed ends in no discharge: no rule of monitoring is about it.
        if (prepared.stay.encounter === 'stay') await monitorYear(rows, made);
        return made;
      });
    })
    .catch((error: unknown) => {
      // Fees were uploaded between reading and recording: nothing was settled, and the next try reads the new ones.
      if (brokenConstraint(error) === 'settlement_sums_to_bill') throw commonRefusals.unavailable();
      throw error;
    });
}

function argumentsOf(id: string, { stay, policyId, year, input, settled }: PreparedSettlement): unknown[] {
  const { earlier } = input;
  const { packHash: _, outcome, ...standing } = settled;
  return [
    id,
    stay.id,
    stay.revision,
    policyId,
    year,
    earlier?.year ?? null,
    earlier?.policyId ?? null,
    engineVersion,
    settled.patientPays.toString(),
    JSON.stringify(outcome),
    JSON.stringify(input),
    ...columnsOf(differenceOf(nothingYet, standing), year),
  ];
}
