// The evidence of organisation (组织佐证材料): what goes with milestones of plans.
import { evidenceParts } from '#platform/graph/files/evidence-parts';

export const organisationEvidence = evidenceParts('organisation', 'Organisation', ['region', 'unit']);
