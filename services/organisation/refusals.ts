// What organisation may refuse.
import { type RefusalMaker } from '#platform/vocabulary/refusal';

export const refusals = {} satisfies Record<string, RefusalMaker>;
