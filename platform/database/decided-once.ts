// A row that waits for one decision (待定事项): the decision's columns are filled once, all else stands as it was written.

/** Rows may also move with their region (`moving`). `guard` is the column that is null until the decision. */
export function decidedOnce(
  table: string,
  guard: string,
  columns: readonly string[],
  moving: readonly string[] = ['region_id', 'path'],
): string {
  const [schema = '', name = ''] = table.split('.');
  const list = (names: readonly string[]) => `array[${names.map((column) => `'${column}'`).join(', ')}]`;
  const same = (names: readonly string[]) => `to_jsonb(old) - ${list(names)} = to_jsonb(new) - ${list(names)}`;
  return `
create function ${schema}.${name}_is_decided_once() returns trigger language plpgsql as $once$
begin
  if tg_op = 'UPDATE' then
    if ${same(moving)} then return new; end if;
    if old.${guard} is null and ${same([...moving, ...columns])} then return new; end if;
  end if;
  raise exception 'rows of ${table} are decided once and never changed' using errcode = 'integrity_constraint_violation', constraint = '${name}_decided_once';
end $once$;
create trigger decided_once before update or delete on ${table} for each row execute function ${schema}.${name}_is_decided_once();
create trigger decided_once_truncate before truncate on ${table} for each statement execute function ${schema}.${name}_is_decided_once();`;
}
