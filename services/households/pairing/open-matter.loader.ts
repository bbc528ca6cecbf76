// The open matters of households (未办结事项), from what is owed, asked for and begun: the same calculator as everywhere.
import { findToday } from '#platform/database/today';
import { defineLoader, groupBy } from '#platform/graph/loader';
import { householdPeriod, obligationsOfHousehold } from '../visit-obligation/visit-obligation.loader';
import { OpenMatter, OpenMatterKind } from './open-matter.entity';
import { mattersBegun } from './open-matter.query';

export const openMattersOf = defineLoader<OpenMatter[]>(
  'open matters of a household',
  () => [],
  async (rows, ids, context) => {
    const begun = await rows.query<{ householdId: string } & OpenMatter & { today: string }>(mattersBegun, [ids]);
    const today = await findToday(rows);
    const owed = await Promise.all(
      ids.map((id) => obligationsOfHousehold.load(context, householdPeriod(id, today.slice(0, 7)))),
    );
    const byHousehold = groupBy(begun, ({ householdId }) => householdId);
    return new Map(
      ids.map((id, at) => {
        const visits = (owed[at] ?? [])
          .filter(({ state }) => state === 'due' || state === 'overdue')
          .map(({ title, turn, dueBy }) => matter(OpenMatterKind.visitOwed, `${title} ${turn}`, null, dueBy));
        const others = (byHousehold.get(id) ?? []).map(({ kind, title, subjectId, dueOn }) =>
          matter(kind, title, subjectId, dueOn),
        );
        return [id, [...visits, ...others]];
      }),
    );
  },
);

function matter(kind: OpenMatterKind, title: string, subjectId: string | null, dueOn: string | null): OpenMatter {
  return Object.assign(new OpenMatter(), { kind, title, subjectId, dueOn });
}
