// Writes what a sheet tells (写入登记表) in one transaction, checked anew row by row under the rights of now: all of it or nothing.
import type { WriteRows } from '#platform/database/in-scope';
import type { HouseholdsContext } from '../tools';
import { applyChanges } from './apply-changes';
import type { BegunImport } from './begin-import';
import { findKnown } from './find-known';
import { findVillages } from './find-villages';
import { importRefusals } from './import-refusals.rules';
import { insertRegister, type RegisterOrder } from './insert-register';
import { openSheet, type SheetRights } from './open-sheet';
import type { CellFlaw } from './sheet-batch.rules';
import { tellFailure, tellProgress } from './tell-progress';
import { villageSerials } from './village-serials';

/** What a change of a sheet rests on besides its day and document. */
const BROUGHT_BACK = '导出名册修改后回传';

export async function writeRegister(
  context: HouseholdsContext,
  begun: BegunImport,
  rights: SheetRights,
  onConflict: 'current' | 'uploaded' | null,
): Promise<void> {
  const { id, sha256, documentNumber } = begun;
  const progress = tellProgress(context, id);
  try {
    const asked = await openSheet(context, begun, rights, { seals: true });
    const villages = await findVillages(context);
    const ground = { validFrom: asked.order.registeredOn, reason: BROUGHT_BACK, documentNumber };
    const order = { importId: id, personId: context.caller.personId, documentNumber };
    await context.inScope.write({ action: 'registerImport', target: id, facts: { sha256 } }, async (rows) => {
      const serials = villageSerials(rows);
      let changes = 0;
      for await (const batch of context.tools.sheets.read(asked)) {
        const { placed, flaws } = await findKnown(rows, batch.households, villages.find);
        refuse([...batch.flaws, ...flaws]);
        await serials.open(placed.map(({ village }) => village.code));
        await insertRegister(rows, placed, serials, order);
        changes += await applyChanges(context, rows, batch.changes, rights, {
          ground,
          onConflict,
          named: villages.named,
        });
        await progress.took(batch);
      }
      await finish(rows, order, { ...progress.counts, changes });
    });
  } catch (error) {
    await tellFailure(context, id, error);
  }
}

/** Somebody may have registered a person since the preview: then nothing is written, and the next preview tells whom. */
function refuse(flaws: readonly CellFlaw[]): void {
  const [first] = flaws;
  if (first) throw importRefusals.importIll({ count: flaws.length, cell: first.cell });
}

async function finish(
  rows: WriteRows,
  { importId: id, personId }: RegisterOrder,
  { lines, households, members, changes }: { lines: number; households: number; members: number; changes: number },
): Promise<void> {
  rows.deed.facts = { ...rows.deed.facts, lines, households, members, changes };
  await rows.query('delete from households.register_import_file where import_id = $1', [id]);
  await rows.query(
    `update households.register_import set state = 'committed', committed_at = now(), touched_at = now(),
       line_count = $2, household_count = $3, member_count = $4, change_count = $5, committed_by = $6 where id = $1`,
    [id, lines, households, members, changes, personId],
  );
}
