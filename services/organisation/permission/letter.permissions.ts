// Who may ask what of responsibility letters, stationing and the duties they owe (责任书、驻村、履职).
import { openWith, type PolicyTable } from '#platform/access/policy';
import { anyOf, officer, regionPosts, service, signedIn } from '#platform/access/rules';
import { groupOffices } from './posts.permissions';

const letterReaders = officer(...regionPosts, 'auditor');
const letterDrafters = officer('office-director', 'office-officer', 'district-officer', 'zone-officer');
const outingConfirmers = officer('office-director', 'office-officer', 'district-officer', 'zone-officer');
const letterSigners = officer('office-director', 'district-officer', 'zone-officer', 'town-officer');
/** Days on site: who is stationed records his own, the town for others; those above confirm. */
const siteRecorders = officer('first-secretary', 'village-clerk', 'town-officer');
const siteConfirmers = officer('town-officer', 'district-officer', 'zone-officer');
const stationers = officer('office-officer', 'district-officer', 'zone-officer', 'town-officer');

export const letterPermissions: PolicyTable = {
  Query: {
    letterBindings: service('funds'),
    responsibilityLetter: letterReaders,
    responsibilityLetters: letterReaders,
    meetingExemptions: letterReaders,
    stationings: letterReaders,
    stationExemptions: letterReaders,
  },
  Mutation: {
    draftLetter: letterDrafters,
    signLetter: letterSigners,
    stationPerson: stationers,
    endStationing: stationers,
    recordSiteDay: siteRecorders,
    confirmSiteDays: siteConfirmers,
    strikeSiteDay: anyOf(siteRecorders, siteConfirmers),
    requestStationExemption: siteRecorders,
    approveStationExemption: siteConfirmers,
    refuseStationExemption: siteConfirmers,
    recordOuting: groupOffices,
    confirmOuting: outingConfirmers,
    requestMeetingExemption: officer('office-officer', 'district-officer', 'zone-officer', 'town-officer'),
    approveMeetingExemption: letterDrafters,
    refuseMeetingExemption: letterDrafters,
  },
  Region: {
    responsibilityLetters: letterReaders,
    meetingObligations: anyOf(letterReaders, officer('observer')),
    outings: letterReaders,
    stationObligations: anyOf(letterReaders, officer('observer')),
  },
  MeetingObligations: { '*': signedIn, overdue: letterReaders },
  StationObligations: { '*': signedIn, overdue: letterReaders },
  ...openWith(`MeetingObligation MeetingObligationConnection MeetingObligationEdge MeetingExemption MeetingExemptionConnection
    MeetingExemptionEdge Outing ObligationCounts ObligationLineCounts ResponsibilityLetter ResponsibilityLetterConnection
    ResponsibilityLetterEdge LetterDuty LetterDutyScore LetterScore LetterBinding StationObligation
    StationObligationConnection StationObligationEdge Stationing StationingConnection StationingEdge SiteRecord
    StationExemption StationExemptionConnection StationExemptionEdge`),
};
