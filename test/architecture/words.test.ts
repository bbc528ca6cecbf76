// Nothing in the project speaks of the machine it was written on or of how it was written.
import { filesOf, type SourceFile } from './source-files';

// In pieces, so that this file does not name them itself.
const words: readonly (readonly [string, RegExp])[] = [
  ['a folder of one machine', new RegExp(`(^|[\\s'"\`(=:])/${'wo'}${'rk'}(/|\\b)(?!/?:)`, 'm')],
  ['a folder outside the project', new RegExp(`\\.\\./${'sha'}${'red'}\\b`)],
  ['a temporary folder by name', new RegExp(`/${'tm'}p/(?!\\$)[a-z]`)],
  ["somebody's home folder", /\/(?:home|Users)\/(?!node\b)[a-z]\w*\/|\/root\/\w/],
  [
    'the tools it was written with',
    new RegExp(
      `\\b(?:${['cla' + 'ude', 'anth' + 'ropic', 'chat' + 'gpt', 'co' + 'pilot', 'sub' + 'agent'].join('|')})\\b`,
      'i',
    ),
  ],
];

function unwanted({ path, text }: SourceFile): string[] {
  return words.flatMap(([what, pattern]) => {
    const found = pattern.exec(text)?.[0];
    return found ? [`${path}: ${what}: "${found.trim()}"`] : [];
  });
}

const texts = filesOf(
  /\.(ts|mjs|js|cjs|md|json|ya?ml|graphql|sql|html|css)$|^(Dockerfile|LICENSE|NOTICE|\.dockerignore|pre-commit|run)$/,
);

test('no text names a machine or a team', () => {
  expect(texts.length).toBeGreaterThan(30);
  expect(texts.filter(({ path }) => path !== 'package-lock.json').flatMap(unwanted)).toEqual([]);
});

test.each([
  `see /${'wo'}rk/main/start.ts`,
  `from '../${'sha'}red/design.md'`,
  `/${'tm'}p/x.json`,
  `/${'ho'}me/someone/project/`,
  `with ${'Cla'}ude`,
])('control: %j is caught', (text) => {
  expect(unwanted({ path: 'docs/a.md', text })).toHaveLength(1);
});

test('control: the domain keeps its words', () => {
  const text = 'A helper (帮扶责任人) opens a session; field work/visits; GET /workloads.';
  expect(unwanted({ path: 'docs/a.md', text })).toEqual([]);
});
