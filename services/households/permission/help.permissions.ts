// Who may ask what of pairing and help plans (结对、帮扶计划).
import { openWith, type PolicyTable } from '#platform/access/policy';
import { officer, service, signedIn } from '#platform/access/rules';
import { caringOrAuditor, householdReaders, sumReaders } from './posts.permissions';

/** Who helps whom is settled by the town and above. */
const pairing = officer('town-officer', 'district-officer', 'zone-officer');
const awaySayers = officer('helper', 'town-officer', 'district-officer', 'zone-officer');

export const helpPermissions: PolicyTable = {
  // Read by whoever was given the object: its root field and its rows decide.
  ...openWith(
    `HelpPlan HelpMeasure Pairing StandIn StandInConnection StandInEdge HandOver OpenMatter PairingGap PairingGapConnection PairingGapEdge Unit`,
  ),
  Query: {
    pairingsOn: service('organisation'),
    standIns: caringOrAuditor,
    helpPlan: caringOrAuditor,
    pairedHouseholds: service('gateway'),
  },
  Mutation: {
    pairHelper: pairing,
    handOverPairings: pairing,
    acceptHandOver: officer('helper'),
    draftHelpPlan: officer('helper', 'first-secretary', 'village-clerk'),
    approveHelpPlan: officer('town-officer'),
    returnHelpPlan: officer('town-officer'),
    carryOutMeasure: officer('helper', 'first-secretary'),
    reportAbsence: awaySayers,
    endAbsence: awaySayers,
  },
  Household: {
    standIn: caringOrAuditor,
    standIns: caringOrAuditor,
    handOvers: caringOrAuditor,
    openMatters: caringOrAuditor,
    helpPlans: caringOrAuditor,
  },
  PairingGaps: {
    '*': signedIn,
    list: caringOrAuditor,
  },
  Region: { pairingGaps: sumReaders },
  Person: { pairedHouseholds: householdReaders },
};
