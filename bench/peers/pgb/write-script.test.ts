// A script asks exactly RAW's statement: each parameter by its name, a cast left as it is.
import { pgbStatements } from './pgb-statements';
import { namedParameters, writeScript } from './write-script';

test('parameters are named, also beyond nine, and casts stay', () => {
  expect(namedParameters(`select $1::text, $10, '{}'::jsonb where a = $2`)).toBe(
    `select :p1::text, :p10, '{}'::jsonb where a = :p2`,
  );
});

test.each(Object.keys(pgbStatements))('%s: one pipeline of scope, statement and commit', (name) => {
  const text = pgbStatements[name]?.text ?? '';
  const script = writeScript(name, text, 200, 6);
  expect(script).toContain('\\set n random(1, 200)\n');
  expect(script).toMatch(/\\startpipeline\nbegin read only;\nselect set_config\('role', :role, true\)/);
  expect(script).toMatch(/commit;\n\\endpipeline\n$/);
  expect(script).not.toMatch(/\$\d/);
  // pgbench ends a statement at a semicolon: one inside would cut it in two.
  expect(text).not.toContain(';');
});
