// A row that passes through decisions one after another (逐步办理): each fills its own columns once, after those before it.

export interface DecisionStep {
  /** the column that is null until this step */
  guard: string;
  columns: readonly string[];
}

/** Rows may also move with their region's path; nothing is removed. */
export function decidedInSteps(table: string, schema: string, steps: readonly DecisionStep[]): string {
  const flat = table.replace('.', '_');
  const name = `${flat.slice(schema.length + 1)}_is_decided_in_steps`;
  const list = (names: readonly string[]) => `array[${names.map((column) => `'${column}'`).join(', ')}]`;
  const same = (names: readonly string[]) => `to_jsonb(old) - ${list(names)} = to_jsonb(new) - ${list(names)}`;
  const allowed = steps.map(({ guard, columns }, at) => {
    const done = steps.slice(0, at).map((earlier) => `old.${earlier.guard} is not null and `);
    const fills = `old.${guard} is null and new.${guard} is not null`;
    return `if ${done.join('')}${fills} and ${same(['path', guard, ...columns])} then return new; end if;`;
  });
  return `
create function ${schema}.${name}() returns trigger language plpgsql as $steps$
begin
  if tg_op = 'UPDATE' then
    if ${same(['path'])} then return new; end if;
    ${allowed.join('\n    ')}
  end if;
  raise exception 'rows of ${table} are decided step by step and never changed' using errcode = 'integrity_constraint_violation', constraint = '${flat}_in_steps';
end $steps$;
create trigger decided_in_steps before update or delete on ${table} for each row execute function ${schema}.${name}();
create trigger decided_in_steps_truncate before truncate on ${table} for each statement execute function ${schema}.${name}();`;
}
