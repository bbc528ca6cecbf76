// The evidence of assessments (考核佐证材料): who asks for it, under which kinds it is seen.
import { evidenceParts } from '#platform/graph/files/evidence-parts';

/** As its finder too: what goes with a finding that is still hidden. */
export const assessmentsEvidence = evidenceParts(
  'assessments',
  'Assessments',
  ['region', 'unit'],
  ['issuer', 'public'],
);
