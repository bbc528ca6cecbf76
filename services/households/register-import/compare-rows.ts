// Compares rows that came back with what stands now (三方比对): exported, current and uploaded, cell by cell, each under the right to change it.
import type { HouseholdsContext } from '../tools';
import { changeOf } from './changeable-cells.rules';
import { nameVillages } from './name-villages';
import type { SheetRights } from './open-sheet';
import { readCell } from './read-cells.rules';
import { readMembers, sourceOf } from './read-register';
import { cellWriters } from './register-cells.rules';
import { columnOfKey } from './register-columns.rules';
import type { CellFlaw, ChangedRow } from './sheet-batch.rules';

export interface CellDifference {
  line: number;
  cell: string;
  title: string;
  householdId: string;
  memberId: string;
  key: string;
  verdict: 'change' | 'conflict' | 'done' | 'forbidden';
  exported: string;
  current: string;
  uploaded: string;
}

export async function compareRows(
  context: HouseholdsContext,
  changed: readonly ChangedRow[],
  { seen, mayDo }: SheetRights,
): Promise<{ differences: CellDifference[]; flaws: CellFlaw[] }> {
  const differences: CellDifference[] = [];
  const flaws: CellFlaw[] = [];
  if (changed.length === 0) return { differences, flaws };
  const rows = await context.inScope.read((read) =>
    readMembers(
      read,
      changed.map(({ memberId }) => memberId),
    ),
  );
  const villages = await nameVillages(context, [...new Set(rows.map(({ regionId }) => regionId))]);
  const present = new Map(rows.map((row) => [row.memberId, sourceOf(row, villages)]));
  const writers = cellWriters(seen);
  for (const { line, householdId, memberId, cells } of changed) {
    const source = present.get(memberId);
    if (!source || source.householdId !== householdId) {
      flaws.push({ line, cell: String(line), title: '', code: 'ROW_UNKNOWN' });
      continue;
    }
    for (const { key, cell, title, exported, uploaded } of cells) {
      const column = columnOfKey.get(key);
      const current = writers.get(key)?.(source) ?? '';
      const tell = (verdict: CellDifference['verdict']) =>
        differences.push({ line, cell, title, householdId, memberId, key, verdict, exported, current, uploaded });
      const value = column ? readCell(column, uploaded) : null;
      const change = changeOf(key);
      if (!column || !change || !mayDo(change.deed)) tell('forbidden');
      else if (typeof value === 'object' && value !== null) flaws.push({ line, cell, title, code: value.code });
      else if (current === uploaded) tell('done');
      else tell(current === exported ? 'change' : 'conflict');
    }
  }
  return { differences, flaws };
}
