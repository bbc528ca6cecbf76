// Applies for a disbursement (发放申请): households are asked for on the applicant's behalf, and the lot is reserved at once.
import type { WriteRows } from '#platform/database/in-scope';
import { newId } from '#platform/database/new-id';
import { onceOnly } from '#platform/database/once-only';
import type { Context } from '#platform/graph/context';
import { checkId } from '#platform/vocabulary/id';
import { formatYuan } from '#platform/vocabulary/money';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { nameProject } from '../project/name-project';
import { refusals } from '../refusals';
import { checkApplication, checkPayable } from './application.rules';
import { checkUse, flowRefusalOf } from './check-use';
import type { ApplyDisbursementInput } from './disbursement.input';
import { findPayableHouseholds, type PayableHousehold } from './find-payable-households';

/** What asks for a batch beside a town's own application, and writes with it, in its transaction. */
export interface AppliedFor {
  operation: string;
  subject: string;
  /** what is asked for, where the lines follow from rows that may have changed when it is asked again under its key */
  asked?: object;
  /** refuses what is asked for the first time */
  check?(): void;
  also(rows: WriteRows, disbursementId: string): Promise<void>;
}

export async function applyDisbursement(
  context: Context,
  input: ApplyDisbursementInput,
  idempotencyKey: string,
  appliedFor?: AppliedFor,
): Promise<string> {
  checkId(input.allotmentLineId, '资金批次 lot');
  checkApplication(input.lines);
  const { caller, inScope } = context;
  const use = await checkUse(context, input);
  // Asked before the transaction opens: a question to another subgraph never holds a connection.
  const known = await findPayableHouseholds(
    context,
    input.lines.map(({ householdId }) => householdId),
  );
  const households = input.lines.map(({ householdId }) => {
    const household = known.get(householdId);
    if (!household) throw commonRefusals.notFound({ what: '贫困户 household', householdId });
    checkPayable(household);
    return household;
  });
  const told = { ...input, lines: input.lines.map((line) => ({ ...line })), for: appliedFor?.subject ?? null };
  const payload = appliedFor?.asked ?? told;
  const operation = appliedFor?.operation ?? 'applyDisbursement';
  const once = { subgraph: 'funds', caller, operation, idempotencyKey, payload } as const;
  const id = await inScope
    .write({ action: operation, facts: { lot: input.allotmentLineId, lines: input.lines.length } }, async (rows) => {
      const made = await onceOnly(rows, once, async () => {
        appliedFor?.check?.();
        const disbursementId = newId();
        const [answer] = await rows.query<{ verdict: string }>(
          'select funds.apply_disbursement($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) as verdict',
          argumentsOf(disbursementId, caller.regionId, input, households),
        );
        tellVerdict(answer?.verdict ?? 'unknown', input.purpose);
        if (input.projectId) await nameProject(rows, disbursementId, input.projectId);
        if (use) await rows.query('select funds.describe_disbursement($1, $2)', [disbursementId, use]);
        await appliedFor?.also(rows, disbursementId);
        return disbursementId;
      });
      rows.deed.target = made;
      return made;
    })
    .catch((error: unknown) => {
      throw flowRefusalOf(error) ?? error;
    });
  return id;
}

function argumentsOf(
  id: string,
  regionId: string | null,
  input: ApplyDisbursementInput,
  households: readonly PayableHousehold[],
): unknown[] {
  return [
    id,
    `FF-${id.slice(0, 8)}${id.slice(-6)}`.toUpperCase(),
    input.allotmentLineId,
    input.purpose,
    input.documentNumber,
    regionId,
    input.lines.map(() => newId()),
    households.map((household) => household.id),
    households.map((household) => household.regionId),
    households.map((household) => household.path),
    input.lines.map(({ amount }) => amount.toString()),
    households.map((household) => household.headName),
    households.map((household) => household.maskedCard),
    newId(),
  ];
}

function tellVerdict(verdict: string, given: string): void {
  if (verdict === 'done') return;
  const [word, rest = ''] = verdict.split(' ');
  if (word === 'short') throw refusals.lotInsufficient({ account: 'available', missing: formatYuan(BigInt(rest)) });
  if (word === 'purpose') throw refusals.purposeDiffers({ purpose: rest, given });
  if (word === 'lot-unknown') throw commonRefusals.notFound({ what: '资金批次 lot' });
  if (word === 'household-unknown') throw commonRefusals.notFound({ what: '贫困户 household' });
  throw commonRefusals.forbidden();
}
