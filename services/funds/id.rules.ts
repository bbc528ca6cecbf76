// Whether a text can be an id (标识) at all: what cannot be one names nothing, and is never sent to the database.
import { commonRefusals } from '#platform/vocabulary/refusal';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export function isId(text: string): boolean {
  return UUID.test(text);
}

/** Absent, hidden and impossible are told alike. */
export function checkId(text: string, what: string): void {
  if (!isId(text)) throw commonRefusals.notFound({ what });
}
