// Which cells of a sheet may change a row at all (可改的栏目), and by which deed of the graph: what that deed is closed to, a sheet is closed to.
export interface CellChange {
  /** the mutation that would do the same */
  deed: 'correctHousehold' | 'correctMember';
  of: 'household' | 'living' | 'member';
  field: string;
}

const byHousehold = (of: 'household' | 'living', ...fields: string[]) =>
  fields.map((field): [string, CellChange] => [`${of}.${field}`, { deed: 'correctHousehold', of, field }]);
const byMember = (...fields: string[]) =>
  fields.map((field): [string, CellChange] => [`member.${field}`, { deed: 'correctMember', of: 'member', field }]);

/** Not places, numbers of the lists, sizes and states: those change by deeds of their own, with people who check them. */
const changes: ReadonlyMap<string, CellChange> = new Map([
  ...byHousehold('household', 'type', 'mainCause', 'phone'),
  ...byHousehold('living', 'hamlet', 'dangerousHouse', 'safeWater', 'waterDifficulty'),
  ...byMember(
    'name',
    'idNumber',
    'relation',
    'ethnicity',
    'education',
    'schooling',
    'health',
    'labour',
    'workPlace',
    'workMonths',
    'criticalIllnessInsured',
  ),
]);

export function changeOf(key: string): CellChange | null {
  return changes.get(key) ?? null;
}
