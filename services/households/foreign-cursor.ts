// A cursor (游标) that some other list made: told like any cursor that is not ours.
import { invalidInput } from '#platform/vocabulary/refusal';

export function foreignCursor() {
  return invalidInput('after', '游标无效，请从头翻页', 'not a cursor of this list, start from the first page');
}
