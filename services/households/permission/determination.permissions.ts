// Who may ask what of determinations, guarantee checks and look-backs (认定、核查、回头看).
import { openWith, type PolicyTable } from '#platform/access/policy';
import { anyone, officer, regionPosts, signedIn } from '#platform/access/rules';
import { caring, caringOrAuditor, keepers, proposing } from './posts.permissions';

/** Whoever takes a step of a determination; which post takes which step is the pack's to say. */
const determining = officer('village-clerk', 'town-officer', 'first-secretary', 'district-officer', 'zone-officer');
const approving = officer('district-officer', 'zone-officer');
/** How far a look-back is, is told as sums are; a helper knows of those that his households are in. */
const lookBackReaders = officer(...regionPosts, 'helper', 'auditor', 'observer');
const correcting = officer('district-officer', 'zone-officer', 'office-director');

export const determinationPermissions: PolicyTable = {
  // Read by whoever was given the object: its root field and its rows decide.
  Query: {
    determination: caringOrAuditor,
    determinations: caringOrAuditor,
    publicNotices: anyone,
    myObjection: signedIn,
    guaranteeQuestions: caring,
    stateCorrection: caringOrAuditor,
    lookBack: lookBackReaders,
    lookBacks: lookBackReaders,
    lookBackCases: caringOrAuditor,
  },
  Mutation: {
    setHouseholdState: officer('district-officer', 'zone-officer'),
    proposeDetermination: proposing,
    proposeIdentification: officer('village-clerk', 'town-officer'),
    appraiseDetermination: officer('village-clerk'),
    postDeterminations: officer('village-clerk', 'town-officer'),
    reviewDetermination: officer('town-officer'),
    verifyDetermination: officer('town-officer', 'first-secretary'),
    compareDetermination: officer('office-officer', 'district-officer', 'zone-officer'),
    approveDetermination: approving,
    announceDeterminations: approving,
    refuseDetermination: determining,
    withdrawDetermination: proposing,
    raiseObjection: signedIn,
    answerObjection: officer('town-officer', 'district-officer', 'zone-officer'),
    recordGuaranteeCheck: officer(
      'village-clerk',
      'town-officer',
      'first-secretary',
      'helper',
      'district-officer',
      'zone-officer',
    ),
    proposeStateCorrection: approving,
    approveStateCorrection: correcting,
    refuseStateCorrection: correcting,
    openLookBack: officer('office-officer', 'district-officer', 'zone-officer'),
    checkLookBackCase: officer('village-clerk', 'town-officer', 'first-secretary', 'district-officer', 'zone-officer'),
    addMissedCase: officer(
      'village-clerk',
      'town-officer',
      'first-secretary',
      'inspector',
      'district-officer',
      'zone-officer',
    ),
    fixLookBackCase: officer('village-clerk', 'town-officer', 'district-officer', 'zone-officer'),
    recheckLookBackCase: officer('town-officer', 'office-officer', 'inspector', 'district-officer', 'zone-officer'),
    closeLookBack: correcting,
  },
  Household: {
    determinations: caringOrAuditor,
    guaranteeChecks: caringOrAuditor,
    lookBackCases: caringOrAuditor,
  },
  Determination: {
    '*': signedIn,
    objections: keepers,
  },
  PublicNotice: { '*': anyone },
  PublicNoticeConnection: { '*': anyone },
  PublicNoticeEdge: { '*': anyone },
  NoticeLine: { '*': anyone },
  Objection: {
    '*': signedIn,
    determination: caringOrAuditor,
  },
  Region: { lookBack: lookBackReaders },
  ...openWith(`LookBack LookBackCategory LookBackProgress LookBackCategoryCount LookBackConnection LookBackEdge LookBackCase
    LookBackCaseConnection LookBackCaseEdge DeterminationConnection DeterminationEdge DeterminationStep
    DeterminationStepDue QuestionedPayments GuaranteeCheck GuaranteeAnswer GuaranteeProblem GuaranteeChange
    GuaranteeQuestion StateCorrection`),
};
