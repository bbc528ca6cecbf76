// Settles a stay (结算): under a lock on the patient's year, in one transaction with its shares and its audit row.
import { newId } from '#platform/database/new-id';
import { onceOnly } from '#platform/database/once-only';
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { checkId } from '#platform/vocabulary/id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { tellStayVerdict } from '../stay/change-stay';
import { type PreparedSettlement, prepareSettlement } from './prepare-settlement';
import { storedInput } from './stored-input.rules';
import { movedTotals, sharesOf, storedOutcome } from './told-outcome.rules';

export async function settleStay(context: Context, stayId: string, idempotencyKey: string): Promise<string> {
  checkId(stayId, '住院 stay');
  const { caller, inScope } = context;
  const once = { subgraph: 'funds', caller, operation: 'settleStay', idempotencyKey, payload: { stayId } } as const;
  const id = await inScope
    .write({ action: 'settleStay', target: stayId }, (rows) =>
      onceOnly(rows, once, async () => {
        const prepared = await prepareSettlement(rows, stayId, 'settle', true);
        const made = newId();
        const [answer] = await rows.query<{ verdict: string }>(
          'select funds.record_settlement($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) as verdict',
          argumentsOf(made, prepared),
        );
        tellStayVerdict(answer?.verdict ?? 'unknown', 'settle');
        return made;
      }),
    )
    .catch((error: unknown) => {
      // Fees were uploaded between reading and recording: nothing was settled, and the next try reads the new ones.
      if (brokenConstraint(error) === 'settlement_sums_to_bill') throw commonRefusals.unavailable();
      throw error;
    });
  return id;
}

function argumentsOf(id: string, { stay, policyId, year, input, outcome }: PreparedSettlement): unknown[] {
  const shares = sharesOf(outcome);
  const moved = movedTotals(input.running, outcome.runningAfter);
  return [
    id,
    stay.id,
    policyId,
    year,
    outcome.engineVersion,
    outcome.patientPays.toString(),
    JSON.stringify(storedOutcome(outcome, stay.tags)),
    JSON.stringify(storedInput(input)),
    shares.map(({ layer }) => layer),
    shares.map(({ payer }) => payer),
    shares.map(({ amount }) => amount.toString()),
    moved.map(({ name }) => name),
    moved.map(({ amount }) => amount.toString()),
  ];
}
