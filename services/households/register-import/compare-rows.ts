// Compares rows that came back with what stands now (三方比对): exported, current and uploaded, cell by cell, each under the right to change it.
import type { Rows } from '#platform/database/in-scope';
import type { HouseholdsContext } from '../tools';
import { changeOf } from './changeable-cells.rules';
import { changesHead, flawOfCell } from './changed-cell.rules';
import { type NamedVillage, nameVillages } from './name-villages';
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

/** `named`: the villages of the caller's scope; `within`: a transaction that holds the rows, so that nothing happens to them before they are written. */
export async function compareRows(
  context: HouseholdsContext,
  changed: readonly ChangedRow[],
  { seen, mayDo }: SheetRights,
  { named, within }: { named: ReadonlyMap<string, NamedVillage>; within?: Rows },
): Promise<{ differences: CellDifference[]; flaws: CellFlaw[] }> {
  const differences: CellDifference[] = [];
  const flaws: CellFlaw[] = [];
  if (changed.length === 0) return { differences, flaws };
  const ids = changed.map(({ memberId }) => memberId);
  const rows = await (within ? readMembers(within, ids) : context.inScope.read((read) => readMembers(read, ids)));
  // Rows may still lie in a village that has ended: that one alone is asked for.
  const unnamed = [...new Set(rows.map(({ regionId }) => regionId))].filter((id) => !named.has(id));
  const villages = new Map([...named, ...(await nameVillages(context, unnamed))]);
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
      const flaw = typeof value === 'object' && value !== null ? value.code : flawOfCell(key, value);
      if (!column || !change || !mayDo(change.deed)) tell('forbidden');
      else if (flaw) flaws.push({ line, cell, title, code: flaw });
      else if (typeof value !== 'object' && changesHead(key, current, value)) tell('forbidden');
      else if (current === uploaded) tell('done');
      else tell(current === exported ? 'change' : 'conflict');
    }
  }
  return { differences, flaws: [...flaws, ...contradictions(differences)] };
}

/** A cell of a household stands in the row of each of its people: changed in two of them, it is changed alike. */
function contradictions(differences: readonly CellDifference[]): CellFlaw[] {
  const told = new Map<string, string>();
  return differences.flatMap(({ line, cell, title, householdId, key, verdict, uploaded }) => {
    if (verdict === 'forbidden' || key.startsWith('member.')) return [];
    const of = `${householdId} ${key}`;
    const first = told.get(of) ?? uploaded;
    told.set(of, first);
    return first === uploaded ? [] : [{ line, cell, title, code: 'CELL_DIFFERS' as const }];
  });
}
