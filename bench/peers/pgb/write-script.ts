// A statement of RAW as a script of pgbench: a question is drawn, read by its key, and asked under the scope of its user.

/** The same settings, in the same order, as RAW sends before each statement. */
const SCOPE = `select set_config('role', :role, true), set_config('scope.lo', :lo, true), set_config('scope.hi', :hi, true),
  set_config('scope.households', '', true), set_config('scope.person', :person, true), set_config('scope.unit', :unit, true)`;

/** `$1` becomes `:p1`; pgbench makes a parameter of it again. What looks like `::type` is no variable to pgbench. */
export function namedParameters(text: string): string {
  return text.replace(/\$(\d+)/g, ':p$1');
}

export function writeScript(workload: string, statement: string, questions: number, parameters: number): string {
  const columns = [
    'role',
    'lo',
    'hi',
    'person',
    'unit',
    ...Array.from({ length: parameters }, (_, at) => `p${at + 1}`),
  ];
  return [
    `\\set n random(1, ${questions})`,
    `select ${columns.join(', ')} from bench_peers.question where workload = '${workload}' and n = :n \\gset`,
    '\\startpipeline',
    'begin read only;',
    `${SCOPE};`,
    `${namedParameters(statement).trim()};`,
    'commit;',
    '\\endpipeline',
    '',
  ].join('\n');
}
