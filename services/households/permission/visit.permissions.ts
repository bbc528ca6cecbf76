// Who may ask what of visits and campaigns (走访).
import { openWith, type PolicyTable } from '#platform/access/policy';
import { anyOf, officer, signedIn } from '#platform/access/rules';
import { caring, caringOrAuditor, exempting, proposing, sumReaders } from './posts.permissions';

/** Helpers and first secretaries by their post, the others where a campaign sends them. */
const visiting = officer(
  'helper',
  'first-secretary',
  'office-director',
  'office-officer',
  'district-officer',
  'zone-officer',
  'town-officer',
  'village-clerk',
);
const assigning = officer('office-director', 'office-officer', 'district-officer', 'zone-officer', 'town-officer');

export const visitPermissions: PolicyTable = {
  // Read by whoever was given the object: its root field and its rows decide.
  Query: {
    visits: caringOrAuditor,
    visitExemptions: caringOrAuditor,
    campaigns: caringOrAuditor,
    myVisitObligations: officer('helper'),
  },
  Mutation: {
    recordVisits: visiting,
    requestHouseholdsUpload: anyOf(proposing, visiting),
    requestHouseholdsDownload: caringOrAuditor,
    requestVisitExemption: officer('helper', 'first-secretary', 'village-clerk', 'town-officer'),
    approveVisitExemption: exempting,
    refuseVisitExemption: exempting,
    planCampaign: officer('office-director', 'office-officer', 'district-officer', 'zone-officer'),
    assignCampaignVisits: assigning,
  },
  Household: {
    visits: caringOrAuditor,
    lastVisit: caringOrAuditor,
    visitObligations: caringOrAuditor,
  },
  Region: {
    visitObligations: sumReaders,
    visits: caringOrAuditor,
    campaignProgress: caringOrAuditor,
  },
  Person: { flaggedVisits: caringOrAuditor },
  VisitObligations: {
    '*': signedIn,
    overdue: caringOrAuditor,
  },
  Visit: {
    '*': signedIn,
    place: caring,
  },
  ...openWith(`Campaign CampaignConnection CampaignEdge CampaignProgress CampaignTarget CampaignTargetConnection CampaignTargetEdge
    RegionVisits VisitObligation VisitObligationConnection VisitObligationEdge ObligationCounts ObligationFact
    ObligationLineCounts VisitExemption VisitExemptionConnection VisitExemptionEdge VisitPlace VisitFlag VisitOutcome
    VisitRefusal VisitConnection VisitEdge`),
};
