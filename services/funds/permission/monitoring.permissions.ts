// Who may ask what monitoring found (结算监测), and who answers it.
import { openWith, type PolicyTable } from '#platform/access/policy';
import { anyOf, masked, officer, service, signedIn } from '#platform/access/rules';
import { hospital, sums } from './posts.permissions';

const deciding = anyOf(
  officer('office-director', 'office-officer').at('city'),
  officer('district-officer', 'zone-officer'),
);
/** Those above the village whose light it may be, whoever checks, and the hospital itself. */
const violationReaders = anyOf(
  deciding,
  hospital,
  officer('finance-officer', 'assessor', 'inspector', 'town-officer', 'auditor'),
);

export const monitoringPermissions: PolicyTable = {
  Query: {
    monitoringViolation: violationReaders,
    monitoringViolations: violationReaders,
    monitoringFacts: service('assessments'),
    monitoringFindingFacts: service('assessments'),
  },
  Mutation: { explainViolation: hospital, decideViolation: deciding },
  Region: { monitoring: sums, monitoringViolations: violationReaders },
  Unit: { monitoring: anyOf(sums, hospital) },
  MonitoringViolation: { '*': signedIn, patient: masked(violationReaders) },
  ...openWith(`MonitoringViolationConnection MonitoringViolationEdge MonitoredMonth MeasureCount MonitoringFacts
    MonitoringFindingFacts`),
};
