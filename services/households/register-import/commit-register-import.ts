// Commits an import (提交导入): what was previewed and nothing else, once, whole or not at all; done in the background, asked for by its id.
import type { WriteRows } from '#platform/database/in-scope';
import { onceOnly } from '#platform/database/once-only';
import { brokenConstraint } from '#platform/graph/errors';
import type { HouseholdsContext } from '../tools';
import { beginImport } from './begin-import';
import { importRefusals } from './import-refusals.rules';
import type { SheetRights } from './open-sheet';
import type { CommitImportArgs } from './register-import.input';
import { writeRegister } from './write-register';

export async function commitRegisterImport(
  context: HouseholdsContext,
  { id, contentHash, onConflict, idempotencyKey }: CommitImportArgs,
  rights: SheetRights,
): Promise<string> {
  const action = 'commitRegisterImport';
  const begun = await context.inScope.write({ action, target: id }, async (rows) => {
    const once = { subgraph: 'households' as const, caller: context.caller, operation: action, idempotencyKey };
    await onceOnly(rows, { ...once, payload: { id, contentHash, onConflict } }, async () => id);
    // Also for a key that was shown before: a process that died on it has left nothing, and it is begun again.
    const found = await beginImport(rows, id, 'commit');
    if (!found) return null;
    if (found.contentHash !== contentHash) throw importRefusals.importChanged();
    if (found.flawCount > 0) throw importRefusals.importIll({ count: found.flawCount });
    if (found.conflictCount > 0 && !onConflict) throw importRefusals.importConflicts({ count: found.conflictCount });
    if (found.statesToldBy) await confirmStates(rows, found.id, context.caller.personId);
    return found;
  });
  if (begun) context.tools.sheets.run(() => writeRegister(context, begun, rights, onConflict ?? null));
  return id;
}

/** The database keeps the two apart, also over delegations. */
async function confirmStates(rows: WriteRows, id: string, personId: string | null): Promise<void> {
  await rows
    .query('update households.register_import set states_confirmed_by = $2 where id = $1', [id, personId])
    .catch((error: unknown) => {
      if (brokenConstraint(error) === 'register_import_four_eyes') throw importRefusals.importFourEyes();
      throw error;
    });
}
