// Opens the sheet of an import (打开所上传的表) for the thread that reads it: sealed until now, and gone once it was committed.
import { TODAY } from '#platform/database/today';
import type { HouseholdsContext } from '../tools';

import { type BegunImport, noImport } from './begin-import';
import type { Seen } from './register-cells.rules';
import type { SheetAsked } from './sheet-batch.rules';

/** What the table of rights says of who imports, asked where the table is known. */
export interface SheetRights {
  mayDecideStates: boolean;
  seen: Seen;
  /** whether a mutation is open */
  mayDo(deed: string): boolean;
}

export async function openSheet(
  { inScope, tools }: HouseholdsContext,
  { id, registeredOn, documentNumber }: BegunImport,
  { mayDecideStates }: SheetRights,
  { seals }: { seals: boolean },
): Promise<SheetAsked> {
  const [found] = await inScope.read(({ query }) =>
    query<{ sealed: Buffer; today: string }>(
      `select sealed, ${TODAY} as today from households.register_import_file where import_id = $1`,
      [id],
    ),
  );
  if (!found) throw noImport();
  const order = { today: found.today, registeredOn: registeredOn ?? found.today, documentNumber, mayDecideStates };
  return { bytes: tools.personalData.openBytes(found.sealed), order, seals };
}
