// Ids (标识) that come from outside: a text that cannot be an id names nothing, and is answered like an absent row.
import { commonRefusals } from './refusal';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export function isId(text: unknown): text is string {
  return typeof text === 'string' && UUID.test(text);
}

/** Absent, hidden and impossible are told alike. */
export function checkId(text: string, what: string): void {
  if (!isId(text)) throw commonRefusals.notFound({ what });
}
