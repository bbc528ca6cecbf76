// A fingerprint (指纹) of the business tables, taken outside row-level security: what a refused request may not change.
import type { World } from '../harness/world';

/** Logs and counts of what was asked are meant to change. */
const told = ['audit', 'policy_table'];

export async function databasePrint({ sql }: World): Promise<Record<string, string>> {
  const { rows } = await sql.query<{ name: string }>(
    `select schemaname || '.' || tablename as name from pg_tables
     where schemaname in ('organisation', 'households', 'assessments', 'funds') order by 1`,
  );
  const print: Record<string, string> = {};
  for (const { name } of rows) {
    if (told.includes(name.split('.')[1] ?? '')) continue;
    const { rows: sums } = await sql.query<{ print: string }>(
      `select count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)), 0) as print from ${name} t`,
    );
    print[name] = sums[0]?.print ?? '';
  }
  return print;
}
