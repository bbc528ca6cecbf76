// The parts of assessments that findings are made of: from what was found to its close-out, with evidence, lists, orders.
import { assessmentsEvidence } from './assessments-evidence';
import { Exposure } from './exposure/exposure.entity';
import { ExposureResolver } from './exposure/exposure.resolver';
import { exposureRefusals } from './exposure/exposure-refusals.rules';
import { Finding } from './finding/finding.entity';
import { FindingResolver, FindingStepResolver } from './finding/finding.resolver';
import { FindingFilesResolver } from './finding/finding-files.resolver';
import { FindingStep } from './finding/finding-step.entity';
import { FindingStepsResolver } from './finding/finding-steps.resolver';
import { RegionFindingsResolver, UnitFindingsResolver } from './finding/region-findings.resolver';
import { ViolationFindingsResolver } from './finding/violation-findings.resolver';
import { violationRefusals } from './finding/violation-refusals.rules';
import { findingListsFile } from './finding-lists-file';
import { findings } from './migrations/1700000000050-findings';
import { evidence } from './migrations/1700000000051-evidence';
import { exposures } from './migrations/1700000000052-exposures';
import { reportChannels } from './migrations/1700000000053-report-channels';
import { verifiedProgress } from './migrations/1700000000054-verified-progress';
import { findingsOfMonitoring } from './migrations/1700000000512-findings-of-monitoring';
import { supervisionOrderFile } from './supervision-order-file';

export const findingParts = {
  resolvers: [
    FindingResolver,
    FindingStepResolver,
    FindingStepsResolver,
    RegionFindingsResolver,
    UnitFindingsResolver,
    FindingFilesResolver,
    ViolationFindingsResolver,
    ExposureResolver,
    ...assessmentsEvidence.resolvers,
  ],
  entities: [Finding, FindingStep, Exposure],
  migrations: [findings, evidence, exposures, reportChannels, verifiedProgress, findingsOfMonitoring],
  refusals: { ...exposureRefusals, ...violationRefusals },
  files: {
    ...assessmentsEvidence.makers,
    'finding-lists': findingListsFile,
    'supervision-order': supervisionOrderFile,
  },
};
