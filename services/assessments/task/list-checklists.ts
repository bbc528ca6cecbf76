// Lists the versions of a year's checklists (清单版本), newest first; one that was withdrawn before its first day is none.
import type { Context } from '#platform/graph/context';
import { Checklist } from './checklist.entity';

export function listChecklists({ inScope }: Context, year: number): Promise<Checklist[]> {
  const tail = 'where t.year = $1 and t.recalled_at is null order by t.kind, t.version desc';
  return inScope.read((rows) => rows.select(Checklist, tail, [year]));
}
