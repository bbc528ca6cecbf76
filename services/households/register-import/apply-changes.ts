// Applies the cells that were changed in a sheet (写入变更): by the very deeds that the graph offers, row after row, under their own rules.
import type { WriteRows } from '#platform/database/in-scope';
import { type GroundInput, HouseholdFactsInput, MemberFactsInput } from '../change/change.input';
import { changeHousehold } from '../change/correct-household';
import { changeMember } from '../change/correct-member';
import { holdHousehold } from '../change/record-changes';
import type { HouseholdsContext } from '../tools';
import { changeOf } from './changeable-cells.rules';
import { type CellDifference, compareRows } from './compare-rows';
import { importRefusals } from './import-refusals.rules';
import type { NamedVillage } from './name-villages';
import type { SheetRights } from './open-sheet';
import { readCell } from './read-cells.rules';
import { columnOfKey } from './register-columns.rules';
import type { ChangedRow } from './sheet-batch.rules';

export interface ApplyOrder {
  ground: GroundInput;
  onConflict: 'current' | 'uploaded' | null;
  named: ReadonlyMap<string, NamedVillage>;
}

/** Answers how many cells were changed. Compared anew, under a lock: what changed since the preview is a conflict, whatever the preview said. */
export async function applyChanges(
  context: HouseholdsContext,
  rows: WriteRows,
  changed: readonly ChangedRow[],
  rights: SheetRights,
  { ground, onConflict, named }: ApplyOrder,
): Promise<number> {
  await holdHousehold(rows, ...new Set(changed.map(({ householdId }) => householdId)));
  const { differences, flaws } = await compareRows(context, changed, rights, { named, within: rows });
  const forbidden = differences.filter(({ verdict }) => verdict === 'forbidden');
  const [first] = [...flaws, ...forbidden];
  if (first) throw importRefusals.importIll({ count: flaws.length + forbidden.length, cell: first.cell });
  const conflicts = differences.filter(({ verdict }) => verdict === 'conflict');
  if (conflicts.length > 0 && !onConflict) throw importRefusals.importConflicts({ count: conflicts.length });
  const wanted = differences.filter(
    ({ verdict }) => verdict === 'change' || (verdict === 'conflict' && onConflict === 'uploaded'),
  );
  for (const [memberId, cells] of grouped(wanted, 'member', ({ memberId }) => memberId))
    await changeMember(
      context,
      rows,
      memberId,
      Object.assign(new MemberFactsInput(), factsOf(cells, 'member')),
      ground,
    );
  for (const [householdId, cells] of grouped(wanted, 'household', (each) => each.householdId)) {
    const living = factsOf(cells, 'living');
    const facts = Object.assign(
      new HouseholdFactsInput(),
      factsOf(cells, 'household'),
      Object.keys(living).length > 0 ? { living } : {},
    );
    await changeHousehold(context, rows, householdId, facts, ground);
  }
  return wanted.length;
}

/** A cell of a household stands in the row of each of its people; changed in one of them, or alike in several, it is one change. */
function grouped(
  differences: readonly CellDifference[],
  of: 'household' | 'member',
  keyOf: (difference: CellDifference) => string,
): Map<string, CellDifference[]> {
  const groups = new Map<string, CellDifference[]>();
  for (const difference of differences) {
    if ((changeOf(difference.key)?.of === 'member') !== (of === 'member')) continue;
    const key = keyOf(difference);
    groups.set(key, [...(groups.get(key) ?? []), difference]);
  }
  return groups;
}

function factsOf(cells: readonly CellDifference[], of: 'household' | 'living' | 'member'): Record<string, unknown> {
  const facts: Record<string, unknown> = {};
  for (const { key, uploaded } of cells) {
    const [change, column] = [changeOf(key), columnOfKey.get(key)];
    if (!change || change.of !== of || !column) continue;
    facts[change.field] = readCell(column, uploaded);
  }
  return facts;
}
