// The lock (锁定) after failed sign-ins: five in a row shut an account from an address for half an hour.

export const FAILURES_MOST = 5;
export const LOCK_MINUTES = 30;
/** A session nobody uses for half an hour is over; however busy, one lasts a working day (assumed: 12 hours). */
export const SESSION_HOURS = 12;

/** Accounts are typed by people: case and blanks around do not make another account; a NUL is nothing that PostgreSQL could look for. */
export function accountNameOf(typed: string): string {
  return typed.replaceAll('\0', '').trim().toLowerCase();
}
