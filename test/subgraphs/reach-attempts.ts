// What an administrator who wants more than he was given would say, mutation by mutation.

/** Every mutation of organisation with what an attacker would say; one that is missing here fails the test below. */
export function attempts(target: Record<string, string>): Record<string, [string, Record<string, unknown>][]> {
  const { account, appointment, delegation, clerk, own, today, later, unit } = target;
  const grant = (personId: string | undefined, post: string) =>
    [
      'mutation($personId: ID!, $post: String!, $level: RegionKind, $regionId: ID, $today: CalendarDay!) { grantAppointment(personId: $personId, post: $post, level: $level, regionId: $regionId, documentNumber: "自拟文件", validFrom: $today) { id } }',
      { personId, post, today, ...(post === 'office-director' ? { level: 'city', regionId: target.city } : {}) },
    ] as [string, Record<string, unknown>];
  const id = (field: string, value: string | undefined) =>
    [`mutation($id: ID!) { ${field} }`, { id: value }] as [string, Record<string, unknown>];
  return {
    createAccount: [
      ['mutation { createAccount(account: "puppet.one", name: "某人") { initialPassword account { name } } }', {}],
      [
        'mutation($p: ID!) { createAccount(account: "puppet.two", personId: $p) { initialPassword account { name } } }',
        { p: clerk },
      ],
    ],
    importAccounts: [
      [
        `mutation { importAccounts(rows: [{ account: "puppet.three", name: "又一人", unitCode: "${unit}" }], idempotencyKey: "reach-import") { initialPasswords { account initialPassword } } }`,
        {},
      ],
    ],
    resetPassword: [id('resetPassword(id: $id, alsoSecondFactor: true) { initialPassword account { name } }', account)],
    disableAccount: [],
    enableAccount: [id('enableAccount(id: $id) { id }', account)],
    unlockAccount: [id('unlockAccount(id: $id) { id }', account)],
    drawReleaseCodes: [['mutation($id: ID!) { drawReleaseCodes(ids: [$id]) { code } }', { id: account }]],
    grantAppointment: [
      grant(own, 'office-director'),
      grant(own, 'system-administrator'),
      grant(own, 'security-administrator'),
      grant(own, 'helper'),
      grant(clerk, 'office-director'),
    ],
    endAppointment: [],
    delegateAppointment: [
      [
        'mutation($p: ID!, $a: CalendarDay!, $b: CalendarDay!) { delegateAppointment(delegateId: $p, validFrom: $a, validTo: $b, reason: "代为办理业务") { id } }',
        { p: own, a: today, b: later },
      ],
    ],
    renewDelegation: [
      [
        'mutation($id: ID!, $b: CalendarDay!) { renewDelegation(id: $id, validTo: $b, reason: "代为办理业务") { id } }',
        { id: delegation, b: later },
      ],
    ],
    revokeDelegation: [],
    actAs: [id('actAs(appointmentId: $id) { token }', appointment)],
    actFor: [id('actFor(delegationId: $id) { token }', delegation)],
    confirmRelease: [],
    changePassword: [],
    enrolSecondFactor: [],
    confirmSecondFactor: [],
    signIn: [],
    signInExternally: [],
    renew: [],
    signOut: [],
    endSession: [],
  };
}
