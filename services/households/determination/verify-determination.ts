// Verifies in the house (入户核实) that the household acknowledges its exit by signature (签字认可); what it does not acknowledge ends here.
import type { Context } from '#platform/graph/context';
import { ownEvidence } from '#platform/graph/files/attach-evidence';
import { invalidInput } from '#platform/vocabulary/refusal';
import type { VerificationInput } from './determination.input';
import { moveDetermination } from './move-determination';

export async function verifyDetermination(context: Context, id: string, input: VerificationInput): Promise<string> {
  const { verifiedOn, signedBy, acknowledged, remark = null } = input;
  const evidence = await ownEvidence(context, 'households', input.evidenceIds);
  return moveDetermination(context, 'verifyDetermination', id, 'verify', (_determination, { today }) => {
    if (verifiedOn > today) throw invalidInput('verifiedOn', '核实日期不能晚于今天', 'nothing is verified after today');
    return { facts: { verifiedOn, signedBy, acknowledged }, remark, evidence, fails: !acknowledged };
  });
}
