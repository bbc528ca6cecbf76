// The patient's slip (结算单) as a page: made when it is fetched, each print counted, and every print after the first marked 补打.
import type { FileMaker } from '#platform/graph/files/file-answer';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { hospitalNameOf } from './hospital-name-of';
import { MEDICAL_PAPER_POLICY, medicalPaperPage } from './medical-paper-page';
import { type SlipFacts, slipOf } from './settlement/medical-paper.rules';
import { decidedById } from './settlement/settlement.loader';
import { stayById } from './stay/stay.loader';

export const settlementSlipFile: FileMaker = async (given, { id }) => {
  const context = given as unknown as Parameters<typeof decidedById.load>[0];
  const settlement = await decidedById.load(context, String(id));
  const stay = settlement ? await stayById.load(context, settlement.stayId) : null;
  if (!settlement || !stay) throw commonRefusals.notFound({ what: '结算 settlement' });
  const hospital = await hospitalNameOf(context, settlement.hospitalId);
  const [printed] = await context.inScope.write({ action: 'printSettlementSlip', target: settlement.id }, (rows) =>
    rows.query<{ number: number | null }>('select funds.count_slip_print($1) as number', [settlement.id]),
  );
  if (!printed?.number) throw commonRefusals.notFound({ what: '结算 settlement' });
  const { kind, bill, inPolicy, outOfPolicy, patientPays, settledOn, engineVersion, packHash, outcome } = settlement;
  const page = slipOf({
    number: settlement.id,
    print: printed.number,
    hospital: stay.outsideHospital ? `${stay.outsideHospital}（由${hospital}登记）` : hospital,
    patient: settlement.patientName,
    encounter: stay.encounter === 'stay' ? '住院' : '门诊慢特病',
    admittedOn: stay.admittedOn,
    dischargedOn: stay.dischargedOn ?? '',
    ...{ kind, bill, inPolicy, outOfPolicy, patientPays, settledOn, engineVersion },
    layers: outcome.layers as unknown as SlipFacts['layers'],
    policy: `结算政策包 ${packHash.slice(0, 16)}`,
  });
  return {
    name: `结算单-${settlement.id}.html`,
    contentType: 'text/html; charset=utf-8',
    body: Buffer.from(medicalPaperPage(page)),
    inline: true,
    contentPolicy: MEDICAL_PAPER_POLICY,
  };
};
