// Applies the cells that were changed in a sheet (写入变更): by the very deeds that the graph offers; where it offers none, none is changed.
import type { HouseholdsContext } from '../tools';
import { compareRows } from './compare-rows';
import { importRefusals } from './import-refusals.rules';
import type { SheetRights } from './open-sheet';
import type { ChangedRow } from './sheet-batch.rules';

export async function applyChanges(
  context: HouseholdsContext,
  changed: readonly ChangedRow[],
  rights: SheetRights,
): Promise<number> {
  const { differences, flaws } = await compareRows(context, changed, rights);
  const forbidden = differences.filter(({ verdict }) => verdict !== 'done');
  const [first] = [...flaws, ...forbidden];
  if (first) throw importRefusals.importIll({ count: flaws.length + forbidden.length, cell: first.cell });
  return 0;
}
