// Regions (地区) of both trees: the managing tree that scope follows, and the statistical tree that the codes follow.
import { idOf } from './ids';
import { readJson, readRows } from './read-input';
import type { RegionRow } from './rows';

interface ManagingRegion {
  key: string;
  code: string | null;
  name: string;
  kind: RegionRow['kind'];
  managedBy: string | null;
  statisticalParent: string | null;
  runs: string[];
}

export interface Regions {
  /** parents first */
  rows: RegionRow[];
  /** by statistical code, or by key for a functional zone */
  byKey: ReadonlyMap<string, RegionRow>;
  byId: ReadonlyMap<string, RegionRow>;
}

export function regions(seed: number): Regions {
  const rows: RegionRow[] = [];
  const byKey = new Map<string, RegionRow>();
  const children = new Map<string | null, number>();
  const add = (
    key: string,
    given: Pick<RegionRow, 'code' | 'name' | 'kind'>,
    parent: string | null,
    statistical: string | null,
  ) => {
    const managing = parent === null ? null : known(byKey, parent);
    const label = (children.get(parent) ?? 0) + 1;
    children.set(parent, label);
    const row: RegionRow = {
      id: idOf(seed, 'region', key),
      ...given,
      parentId: managing?.id ?? null,
      statisticalParentId: statistical === null ? null : known(byKey, statistical).id,
      path: `${managing?.path ?? ''}${String(label).padStart(4, '0')}/`,
    };
    rows.push(row);
    byKey.set(key, row);
  };

  const upper = readJson<{ regions: ManagingRegion[] }>('managing-regions.json').regions;
  for (const { key, code, name, kind, managedBy, statisticalParent } of upper)
    add(key, { code, name, kind }, managedBy, statisticalParent);
  const runner = new Map(upper.flatMap((zone) => zone.runs.map((town) => [town, zone.key] as const)));
  for (const street of readRows('streets.csv')) {
    const { code = '', name = '', areaCode = '' } = street;
    add(code, { code, name: name.replace(/办事处$/, ''), kind: 'town' }, runner.get(code) ?? areaCode, areaCode);
  }
  for (const village of readRows('villages.csv')) {
    const { code = '', name = '', streetCode = '' } = village;
    add(code, { code, name, kind: 'village' }, streetCode, streetCode);
  }
  return { rows, byKey, byId: new Map(rows.map((row) => [row.id, row])) };
}

export function known<T>(map: ReadonlyMap<string, T>, key: string): T {
  const found = map.get(key);
  if (found === undefined) throw new Error(`the input files name "${key}", which none of them lists`);
  return found;
}
