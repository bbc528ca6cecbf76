// No function is written straight into a property of a living object: V8 makes such a function in its old space.
//
// Assigned as a literal it is taken for a method that will live long. Dead, it still holds what it closes over until the next full
// collection: a page's rows outlived their answers, 7-10 MB of them at each scavenge (docs/performance.md).
import { filesOf, type SourceFile } from './source-files';

const literal = String.raw`(?:async\s+)?(?:function\b|\([^()]*\)(?::\s*[^=;]+?)?\s*=>|\w+\s*=>)`;
const assigned = new RegExp(String.raw`(?:\w|\])\.\w+\s=\s${literal}`);
const named = String.raw`\w+(?::[^=\n]+(?:=>[^=\n]+)?)?\s=\s${literal}`;
// A parameter's default looks like a field without a modifier, but for its end.
const field = new RegExp(
  String.raw`^  (?:(?:(?:private|protected|public|readonly|override)\s+)+${named}|${named}[^\n]*;$)`,
  'm',
);

// Once a process, not once a request.
const lasting = new Set(['platform/database/region-scope.ts', 'platform/graph/subgraph.ts', 'platform/process/log.ts']);

const closures = ({ path, text }: SourceFile): string[] =>
  [assigned, field].flatMap((pattern) => pattern.exec(text)?.[0] ?? []).map((found) => `${path}: ${found.trim()}`);

const sources = filesOf(/\.ts$/).filter(
  ({ path }) => /^(?:platform|services|gateway)\//.test(path) && !path.endsWith('.test.ts'),
);

test('no function is made in the old space for a request', () => {
  expect(sources.length).toBeGreaterThan(300);
  expect(sources.filter(({ path }) => !lasting.has(path)).flatMap(closures)).toEqual([]);
});

test.each([
  'query.callback = (error, found) => told(error, found);',
  'this.finish = async () => undefined;',
  'log.child = function child() {',
  'class A {\n  private finish: () => void = () => undefined;\n}',
  'class A {\n  override submit = (connection: Connection): void => {\n',
])('the control: %s is found', (text) => {
  expect(closures({ path: 'services/x/x.ts', text })).not.toEqual([]);
});

test.each(['const found = (a: number) => a;', 'this.submit = write;', 'class A {\n  private finish: () => void;\n}'])(
  'the control: %s is not',
  (text) => {
    expect(closures({ path: 'services/x/x.ts', text })).toEqual([]);
  },
);
