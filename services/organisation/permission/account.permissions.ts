// Who may ask what of accounts, sign-in, appointments, delegation and access (账号、登录、任职、委托、权限).
import { openWith, type PolicyTable } from '#platform/access/policy';
import { anyone, officer, official, service, signedIn } from '#platform/access/rules';
import { logAuditor } from './posts.permissions';

const systemAdministrator = officer('system-administrator');
const securityAdministrator = officer('security-administrator');
/** Two of the three officers, who know no password: the log auditor for the security administrators, these for everybody else. */
const releasers = officer('security-administrator', 'log-auditor');
const rightsReaders = officer('auditor', 'office-director').at('city');

export const accountPermissions: PolicyTable = {
  Query: {
    me: anyone,
    accounts: systemAdministrator,
    accountImportPreview: systemAdministrator,
    appointments: securityAdministrator,
    delegations: securityAdministrator,
    appointmentStanding: service('assessments'),
    accountsToRelease: releasers,
    // Who answers for the city's data and who audits it ask about rights; who has looked stands in the log, which is the log auditor's.
    explainAccess: rightsReaders,
    whoCanSee: rightsReaders,
    whoSaw: logAuditor,
  },
  Mutation: {
    signIn: anyone,
    signInExternally: anyone,
    renew: anyone,
    actAs: signedIn,
    actFor: signedIn,
    confirmRelease: signedIn,
    signOut: signedIn,
    endSession: signedIn,
    changePassword: signedIn,
    enrolSecondFactor: signedIn,
    confirmSecondFactor: signedIn,
    // The three officers (三员): who creates accounts cannot grant, who grants cannot create, who reads the logs does neither.
    createAccount: systemAdministrator,
    importAccounts: systemAdministrator,
    disableAccount: systemAdministrator,
    enableAccount: systemAdministrator,
    resetPassword: systemAdministrator,
    unlockAccount: systemAdministrator,
    grantAppointment: securityAdministrator,
    endAppointment: securityAdministrator,
    drawReleaseCodes: releasers,
    // Which posts are delegable is data: the rules decide.
    delegateAppointment: official,
    renewDelegation: official,
    revokeDelegation: signedIn,
  },
  SignIn: { '*': anyone },
  Appointment: { '*': anyone, person: signedIn, grantedBy: signedIn },
  Delegation: { '*': anyone, delegator: signedIn, delegate: signedIn, revokedBy: signedIn },
  AccountToRelease: { '*': releasers },
  ReleaseCode: { '*': releasers },
  AccessExplanation: { '*': rightsReaders },
  AccessLine: { '*': rightsReaders },
  AccessChain: { '*': rightsReaders },
  WhoCanSee: { '*': rightsReaders },
  Account: { '*': systemAdministrator },
  DrawnAccount: { '*': systemAdministrator },
  InitialPassword: { '*': systemAdministrator },
  AccountImport: { '*': systemAdministrator },
  AccountImportPreview: { '*': systemAdministrator },
  SheetFlaw: { '*': systemAdministrator },
  ...openWith(`SecondFactor AppointmentConnection AppointmentEdge DelegationConnection DelegationEdge AccountToReleaseConnection
    AccountToReleaseEdge AccessChainConnection AccessChainEdge AccountConnection AccountEdge Me Session
    AppointmentStanding`),
};
