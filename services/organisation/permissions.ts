// Who may ask organisation for what.
import { policy } from '#platform/access/policy';
import { anyone, officer, signedIn } from '#platform/access/rules';

const logAuditor = officer('log-auditor');

export const permissions = policy({
  Query: {
    region: anyone,
    regionByCode: anyone,
    regions: anyone,
    unit: anyone,
    unitByCode: anyone,
    units: anyone,
    person: signedIn,
    persons: signedIn,
    me: anyone,
    organisationLog: logAuditor,
  },
  Mutation: {
    signIn: anyone,
    renew: anyone,
    actAs: signedIn,
    signOut: signedIn,
    endSession: signedIn,
    changePassword: signedIn,
    enrolSecondFactor: signedIn,
    confirmSecondFactor: signedIn,
  },
  Region: { '*': anyone },
  RegionConnection: { '*': anyone },
  RegionEdge: { '*': anyone },
  Unit: { '*': anyone },
  UnitConnection: { '*': anyone },
  UnitEdge: { '*': anyone },
  Person: { '*': signedIn },
  PersonConnection: { '*': signedIn },
  PersonEdge: { '*': signedIn },
  SignIn: { '*': anyone },
  SecondFactor: { '*': signedIn },
  // Whoever signs in reads his own appointments before he is anybody.
  Appointment: { '*': anyone, person: signedIn, grantedBy: signedIn },
  Me: { '*': signedIn },
  Session: { '*': signedIn },
  OperationLogConnection: { '*': signedIn },
  OperationLogEdge: { '*': signedIn },
  OperationLogEntry: { '*': signedIn },
  PageInfo: { '*': anyone },
});
