// A narrow view (窄视图) of an entity: the few columns that most lists ask for, read instead of all where the operation asks for no other field.
import type { Context } from './context';

export interface NarrowView {
  /** the entity's name in the graph */
  type: string;
  /** the fields that these columns serve */
  fields: readonly string[];
  columns: readonly string[];
}

/** Two statements an entity, and not one for each set of fields that a client can think of. */
export function columnsFor(context: Pick<Context, 'selected'>, view: NarrowView): readonly string[] | undefined {
  const selected = context.selected(view.type);
  if (!selected) return undefined;
  for (const field of selected) if (field !== '__typename' && !view.fields.includes(field)) return undefined;
  return view.columns;
}
