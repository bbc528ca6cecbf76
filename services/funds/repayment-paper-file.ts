// The repayment agreement (还款协议) as a page: its parts by month, and what has been paid on it until it is printed.
import type { FileMaker } from '#platform/graph/files/file-answer';
import { sumOf } from '#platform/vocabulary/money';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { hospitalNameOf } from './hospital-name-of';
import { MEDICAL_PAPER_POLICY, medicalPaperPage } from './medical-paper-page';
import { agreementById, owedOf, repaymentsOf } from './repayment/repayment.loader';
import { instalmentsOf, openOf } from './repayment/repayment.rules';
import { agreementPaper } from './settlement/medical-paper.rules';
import { stayById } from './stay/stay.loader';

export const repaymentPaperFile: FileMaker = async (given, { id }) => {
  const context = given as unknown as Parameters<typeof agreementById.load>[0];
  const agreement = await agreementById.load(context, String(id));
  const stay = agreement ? await stayById.load(context, agreement.stayId) : null;
  if (!agreement || !stay) throw commonRefusals.notFound({ what: '还款协议 repayment agreement' });
  const paid = await repaymentsOf.load(context, agreement.id);
  const page = agreementPaper({
    number: agreement.id,
    hospital: await hospitalNameOf(context, agreement.hospitalId),
    patient: stay.patientName,
    amount: agreement.amount,
    signedOn: agreement.signedOn,
    schedule: instalmentsOf(agreement),
    paid,
    open: openOf(await owedOf.load(context, agreement.id), sumOf(paid.map(({ amount }) => amount))),
  });
  return {
    name: `还款协议-${agreement.id}.html`,
    contentType: 'text/html; charset=utf-8',
    body: Buffer.from(medicalPaperPage(page)),
    inline: true,
    contentPolicy: MEDICAL_PAPER_POLICY,
  };
};
