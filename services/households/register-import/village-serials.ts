// The next household number of each village (户编号顺序号) while a sheet is written: asked for once, then counted on.
import type { WriteRows } from '#platform/database/in-scope';

export interface VillageSerials {
  open(codes: readonly string[]): Promise<void>;
  take(code: string): number;
}

export function villageSerials(rows: WriteRows): VillageSerials {
  const next = new Map<string, number>();
  return {
    /** Villages are locked in the order of their codes, so that two imports of the same ones do not wait in a ring. */
    async open(codes) {
      const fresh = [...new Set(codes)].filter((code) => !next.has(code)).sort();
      if (fresh.length === 0) return;
      const found = await rows.query<{ code: string; next: number }>(
        'select c.code, households.next_serial(c.code) as next from (select code from unnest($1::text[]) code order by code collate "C") c',
        [fresh],
      );
      for (const { code, next: first } of found) next.set(code, first);
    },
    take(code) {
      const serial = next.get(code) ?? 1;
      next.set(code, serial + 1);
      return serial;
    },
  };
}
