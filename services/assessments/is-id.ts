// Ids (编号) that come from outside: text that is no id names nothing.
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** What is no id is answered like an absent row, and never reaches the database as an ill-formed uuid. */
export function isId(text: string): boolean {
  return UUID.test(text);
}
