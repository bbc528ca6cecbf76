// Who may ask what of the register itself (建档立卡): households, people, incomes, years, imports, and what prints or goes out.
import { openWith, type PolicyTable } from '#platform/access/policy';
import { anyOf, anyone, lineOf, masked, officer, official, regionPosts, signedIn } from '#platform/access/rules';
import { caring, caringOrAuditor, householdReaders, keepers, sumReaders } from './posts.permissions';

const revealers = officer(
  'office-director',
  'office-officer',
  'district-officer',
  'zone-officer',
  'town-officer',
  'village-clerk',
  'helper',
);
/** Village and town correct what the register says. */
const registrars = officer('town-officer', 'village-clerk');
/** What the village tells of incomes is checked above it, by another person. */
const checkers = officer('town-officer', 'district-officer', 'zone-officer');
/** Who registers households brings their sheets; a sheet may do no more than its bringer. */
const importing = officer('town-officer', 'village-clerk', 'district-officer', 'zone-officer');
const healthReaders = anyOf(caringOrAuditor, lineOf('health'));

export const registerPermissions: PolicyTable = {
  // Read by whoever was given the object: its root field and its rows decide.
  Query: {
    household: householdReaders,
    householdByNumber: householdReaders,
    households: householdReaders,
    member: householdReaders,
    searchRegister: householdReaders,
    povertyLines: official,
    resettlements: officer(...regionPosts, 'auditor'),
    registerImport: importing,
    registerImports: importing,
  },
  Mutation: {
    registerHousehold: importing,
    addMember: importing,
    requestRegisterUpload: importing,
    checkRegisterImport: importing,
    commitRegisterImport: importing,
    requestRegisterFlaws: importing,
    requestHouseholdList: householdReaders,
    requestListExport: householdReaders,
    correctHousehold: registrars,
    correctMember: registrars,
    removeMember: registrars,
    returnMember: registrars,
    changeHead: registrars,
    splitHousehold: officer('town-officer'),
    mergeHouseholds: officer('town-officer'),
    undoRegrouping: checkers,
    freezeRegister: officer('district-officer', 'zone-officer'),
    enterIncome: officer('helper', 'first-secretary', 'village-clerk', 'town-officer'),
    confirmIncome: checkers,
    returnIncome: checkers,
    requestHouseholdPaper: caring,
    requestVillagePapers: caring,
    proposeResettlement: officer('town-officer', 'district-officer', 'zone-officer'),
    approveResettlement: officer('district-officer', 'zone-officer'),
    rejectResettlement: officer('district-officer', 'zone-officer'),
    revealMember: revealers,
    revealHousehold: revealers,
  },
  Household: {
    '*': signedIn,
    address: masked(caringOrAuditor, caring),
    phone: masked(caringOrAuditor, officer('helper')),
    bankName: caringOrAuditor,
    bankCard: masked(caringOrAuditor),
    changes: householdReaders,
    asOf: householdReaders,
    formerMembers: householdReaders,
    regroupings: householdReaders,
    yearRecords: householdReaders,
    mergedInto: householdReaders,
    income: caringOrAuditor,
    incomes: caringOrAuditor,
    living: anyOf(caringOrAuditor, lineOf('housing'), lineOf('water')),
  },
  Member: {
    '*': signedIn,
    name: masked(householdReaders, caring),
    idNumber: masked(caringOrAuditor),
    birthday: caringOrAuditor,
    ethnicity: caringOrAuditor,
    education: anyOf(caringOrAuditor, lineOf('education')),
    health: healthReaders,
    labour: caringOrAuditor,
    insured: healthReaders,
    insuredYears: healthReaders,
    schooling: anyOf(caringOrAuditor, lineOf('education')),
    workPlace: caringOrAuditor,
    workMonths: caringOrAuditor,
    dibao: anyOf(caringOrAuditor, lineOf('civil-affairs')),
    criticalIllnessInsured: healthReaders,
    pensionInsured: caringOrAuditor,
    disabilityKind: healthReaders,
    disabilityGrade: healthReaders,
    joinedOn: caringOrAuditor,
    leftOn: caringOrAuditor,
    changes: householdReaders,
  },
  InsuredYear: { '*': signedIn, insured: healthReaders },
  FactChange: {
    '*': signedIn,
    before: householdReaders,
    after: householdReaders,
  },
  FactThen: {
    '*': signedIn,
    value: householdReaders,
  },
  Income: {
    '*': signedIn,
    wages: caringOrAuditor,
    business: caringOrAuditor,
    property: caringOrAuditor,
    transfers: caringOrAuditor,
    productionCost: caringOrAuditor,
    perHead: caringOrAuditor,
    net: caringOrAuditor,
  },
  IncomeAgainstLine: {
    '*': signedIn,
    difference: caringOrAuditor,
  },
  RegionIncomes: {
    '*': signedIn,
    net: sumReaders,
    perHead: sumReaders,
  },
  YearRecord: {
    '*': signedIn,
    perHead: caringOrAuditor,
  },
  PovertyLine: {
    '*': signedIn,
    amount: signedIn,
  },
  Revelation: {
    name: revealers,
    idNumber: revealers,
    phone: revealers,
    bankName: revealers,
    bankCard: revealers,
  },
  Region: {
    '*': signedIn,
    id: anyone,
    householdSummary: sumReaders,
    registerYears: keepers,
    incomes: sumReaders,
  },
  RegisterImportDifference: {
    '*': signedIn,
    exported: importing,
    current: importing,
    uploaded: importing,
  },
  ...openWith(`RegisterHit RegisterHitConnection RegisterHitEdge FactChangeConnection FactChangeEdge HouseholdThen MemberThen
    Regrouping RegisterYear LivingConditions Person RegionHouseholds StateCount HouseholdState HouseholdConnection
    HouseholdEdge RegisterImport RegisterImportConnection RegisterImportEdge RegisterImportFlaw
    RegisterImportFlawConnection RegisterImportFlawEdge RegisterImportDifferenceConnection RegisterImportDifferenceEdge
    Resettlement ResettlementConnection ResettlementEdge`),
};
