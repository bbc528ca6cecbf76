// A narrow view (窄视图) of an entity: the few columns that most lists ask for, read instead of all where the operation asks for no other field.
import type { Context } from './context';

/** Whoever reads such rows beside the fields (a sum over them, a cursor) sees to it that what he reads is among the columns. */
export interface NarrowView {
  /** the entity's name in the graph */
  type: string;
  /** the fields that these columns serve */
  fields: readonly string[];
  columns: readonly string[];
}

/** The first view that serves, narrowest first: few statements an entity, and not one for each set of fields that a client can think of. */
export function columnsFor(
  context: Pick<Context, 'selected'>,
  ...views: readonly NarrowView[]
): readonly string[] | undefined {
  return views.find((view) => serves(view, context.selected(view.type)))?.columns;
}

function serves({ fields }: NarrowView, selected: ReadonlySet<string> | null): boolean {
  if (!selected) return false;
  for (const field of selected) if (field !== '__typename' && !fields.includes(field)) return false;
  return true;
}
