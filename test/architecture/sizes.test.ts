// A file fits on a few screens and opens with one sentence that says what it is.
import { filesOf, type SourceFile } from './source-files';

const MOST_LINES = 200;

/** Longer files, each with the reason why it is not two. */
const longer: Readonly<Record<string, string>> = {
  'services/assessments/refusals.ts': 'one list of what one subgraph may refuse, some lines each',
  'test/gateway/hostile-operations.ts': 'one list of the kinds of hostile operations, some lines each',
  'services/funds/settlement/golden-packs.rules.test.ts': 'settlements by hand, a few lines for each pack that ships',
  'services/funds/settlement/naive-settlement.test.ts':
    'one naive settlement and what draws its cases: either alone proves nothing',
  'test/subgraphs/funds-clearing.test.ts':
    'one claim from its month to its payment and the end of its year, step after step',
  'services/assessments/finding/finding.entity.ts':
    'one finding from what was found to its close-out, a few lines a field',
  'test/subgraphs/funds-monitoring.test.ts': 'one opened city whose discharges are judged, answered and judged anew',
  'test/subgraphs/funds-simulation.test.ts':
    'one opened city whose stays are simulated, and settled anew by what was simulated',
  'test/subgraphs/funds-medical.test.ts': 'one opened city for encounters, settlements and what follows them',
  'test/subgraphs/households-love-packages.test.ts':
    'one opened city for goods, lists and policies, which are tried one after the other',
  'test/subgraphs/households-incomes.test.ts':
    'one household whose income is told, checked, summed and not asked again',
  'test/subgraphs/households-look-backs.test.ts': 'one look-back from its opening to its close-out, step after step',
  'test/subgraphs/list-exports.test.ts': 'one opened city out of which every list is fetched',
  'test/subgraphs/households-programmes.test.ts': 'one opened city for all programmes, which go by one engine',
  'platform/execution/run-operation.ts': 'one walk over an answer, whose steps call one another',
};

const lines = ({ text }: SourceFile): number => text.trimEnd().split('\n').length;

function wrongSize(file: SourceFile, reasons = longer): string[] {
  const count = lines(file);
  const reason = reasons[file.path];
  if (count > MOST_LINES && !reason) return [`${file.path}: ${count} lines, without a reason`];
  if (count <= MOST_LINES && reason) return [`${file.path}: ${count} lines, its reason is no longer needed`];
  return [];
}

function wrongOpening({ path, text }: SourceFile): string[] {
  const opening = /^(?:\/\/[^\n]*\n)+|^\/\*\*[\s\S]*?\*\//.exec(text)?.[0];
  if (!opening) return [`${path}: does not open with a comment`];
  const words = opening
    .replace(/^\s*(?:\/\/|\/\*\*|\*\/|\*)/gm, ' ')
    .replace(/\*\//g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return /[\p{L}`'")][\s\S]{15,}[.!?。]$/u.test(words) ? [] : [`${path}: its opening is not a sentence: "${words}"`];
}

const sources = filesOf(/\.ts$/);

test('no file is longer than it needs to be', () => {
  expect(sources.flatMap((file) => wrongSize(file))).toEqual([]);
  expect(Object.keys(longer).filter((path) => !sources.some((file) => file.path === path))).toEqual([]);
});

test('every file opens with a sentence', () => {
  expect(sources.flatMap(wrongOpening)).toEqual([]);
});

test('control: a long file, a stale reason and a silent file are caught', () => {
  const long = { path: 'gateway/a.ts', text: 'x\n'.repeat(MOST_LINES + 1) };
  expect(wrongSize(long)).toHaveLength(1);
  expect(wrongSize(long, { 'gateway/a.ts': 'one table' })).toEqual([]);
  expect(wrongSize({ path: 'gateway/a.ts', text: 'x' }, { 'gateway/a.ts': 'one table' })).toHaveLength(1);
  for (const text of ["import 'pg';\n", '// todo\nconst a = 1;\n', '// No end of the sentence in this one\n']) {
    expect(wrongOpening({ path: 'gateway/a.ts', text })).toHaveLength(1);
  }
  expect(wrongOpening({ path: 'gateway/a.ts', text: '// What a gateway knows of its callers.\n' })).toEqual([]);
});
