// Begins a step of an import (开始预览或写入), once: whoever asks while somebody works on it is told so, and what a dead process left is taken up.
import type { WriteRows } from '#platform/database/in-scope';
import { isId } from '#platform/vocabulary/id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { importRefusals } from './import-refusals.rules';
import { type ImportState, type ImportStep, mayBegin, stepTable } from './import-state.rules';

export interface BegunImport {
  id: string;
  path: string;
  sha256: string;
  kind: 'national' | 'export' | null;
  state: ImportState;
  silent: number;
  registeredOn: string | null;
  documentNumber: string | null;
  contentHash: string | null;
  statesToldBy: string | null;
  flawCount: number;
  conflictCount: number;
}

export const noImport = () => commonRefusals.notFound({ what: '导入 import' });

/** Null where it was committed before, which is not done again. */
export async function beginImport(rows: WriteRows, id: string, step: ImportStep): Promise<BegunImport | null> {
  const [found] = isId(id)
    ? await rows.query<BegunImport>(
        `select id, path, sha256, kind, state, extract(epoch from now() - touched_at)::int as silent, registered_on as "registeredOn",
           document_number as "documentNumber", content_hash as "contentHash", states_told_by as "statesToldBy", flaw_count as "flawCount", conflict_count as "conflictCount"
         from households.register_import where id = $1 for update`,
        [id],
      )
    : [];
  if (!found) throw noImport();
  switch (mayBegin(step, found.state, found.silent)) {
    case 'busy':
      throw importRefusals.importBusy();
    case 'state':
      throw importRefusals.importState({ state: found.state });
    case 'done':
      return null;
    default:
      await rows.query(
        'update households.register_import set state = $2, touched_at = now(), failure = null where id = $1',
        [id, stepTable[step].during],
      );
      return found;
  }
}
