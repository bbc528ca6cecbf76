// Which members sit (在任) in a leading group on a day.

export function seatedOn<Member extends { validFrom: string; validTo: string | null }>(
  members: readonly Member[],
  on: string | null | undefined,
): Member[] {
  return members.filter(({ validFrom, validTo }) => !on || (validFrom <= on && (validTo === null || validTo > on)));
}
