// Answers of free-form queries, as tests walk through them: a mistyped field does not compile.

const fields = [
  'account',
  'accountImportPreview',
  'actAs',
  'actFor',
  'appointment',
  'appointments',
  'challenge',
  'changePassword',
  'confirmRelease',
  'confirmSecondFactor',
  'count',
  'createAccount',
  'dictionaries',
  'dictionary',
  'disableAccount',
  'disabledAt',
  'disabledReason',
  'delegateAppointment',
  'delegation',
  'delegations',
  'documentNumber',
  'drawReleaseCodes',
  'edges',
  'enableAccount',
  'endAppointment',
  'endCursor',
  'endSession',
  'enrolSecondFactor',
  'entries',
  'flaws',
  'gatewayLog',
  'grantAppointment',
  'id',
  'importAccounts',
  'initialPassword',
  'initialPasswords',
  'me',
  'name',
  'organisationLog',
  'pageInfo',
  'person',
  'persons',
  'post',
  'region',
  'regionByCode',
  'regions',
  'renew',
  'renewDelegation',
  'renewal',
  'resetPassword',
  'secret',
  'sessions',
  'signIn',
  'signInExternally',
  'signOut',
  'token',
  'unitByCode',
  'units',
] as const;
type Field = (typeof fields)[number];

/** Whatever lies below a field is a text, or more fields; a test says what it expects. */
export type Data = string & { [field in Field]: Data };

export interface Answered {
  data: Data;
  codes: string[];
  errors: readonly { message: string; extensions?: Record<string, unknown> }[];
}
