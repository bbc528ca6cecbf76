// Settles a stay (结算): under a lock on the patient's year, in one transaction with its shares, its monitoring and its audit row.
import type { WriteRows } from '#platform/database/in-scope';
import { newId } from '#platform/database/new-id';
import { onceOn } from '#platform/database/once-only';
import type { Context } from '#platform/graph/context';
import { brokenConstraint, brokenDetail } from '#platform/graph/errors';
import { checkId } from '#platform/vocabulary/id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { type DischargeGround, monitorDischarge, readDischarge } from '../monitoring/monitor-discharge';
import { monitorYear, RECORD_MONITORING } from '../monitoring/monitor-year';
import { tellStayVerdict } from '../stay/change-stay';
import { columnsOf, differenceOf, nothingYet } from './difference.rules';
import { type PreparedSettlement, prepareOn } from './prepare-settlement';
import { readGround } from './read-ground';
import { engineVersion } from './settlement.rules';

const RECORD =
  'select funds.insist(funds.record_settlement($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17))';

export function settleStay({ caller, inScope }: Context, stayId: string, idempotencyKey: string): Promise<string> {
  checkId(stayId, '住院 stay');
  const once = { subgraph: 'funds', caller, operation: 'settleStay', idempotencyKey, payload: { stayId } } as const;
  return inScope
    .write({ action: 'settleStay', target: stayId }, (rows) => {
      const read = () => Promise.all([readGround(rows, stayId, true), readDischarge(rows, stayId)]);
      return onceOn(rows, once, read, async ([ground, discharge]) => {
        const prepared = await prepareOn(rows, ground, 'settle', true);
        // Made under the lock: whatever of the year is settled later has a later id.
        const made = newId();
        await record(rows, made, prepared, discharge);
        return made;
      });
    })
    .catch((error: unknown) => {
      const broken = brokenConstraint(error);
      // Fees were uploaded between reading and recording: nothing was settled, and the next try reads the new ones.
      if (broken === 'settlement_sums_to_bill') throw commonRefusals.unavailable();
      if (broken === 'verdict_done') tellVerdict(brokenDetail(error));
      throw error;
    });
}

async function record(
  rows: WriteRows,
  made: string,
  prepared: PreparedSettlement,
  discharge: DischargeGround | null,
): Promise<void> {
  const told = argumentsOf(made, prepared);
  if (prepared.input.earlier || (prepared.stay.encounter === 'stay' && !discharge)) {
    // Over 31 December: two years stand behind it, and are read with it.
    await rows.query(RECORD, told);
    return monitorYear(rows, made);
  }
  rows.atEnd(RECORD, told);
  if (discharge)
    rows.atEnd(RECORD_MONITORING, [made, JSON.stringify([await monitorDischarge(rows, made, prepared, discharge)])]);
}

function tellVerdict(verdict: string | null): void {
  if (verdict === 'moved') throw commonRefusals.unavailable();
  tellStayVerdict(verdict ?? 'unknown', 'settle');
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
