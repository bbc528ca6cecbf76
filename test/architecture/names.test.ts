// A folder is a noun, a file is a verb or a kind, and the main export has the file's name.
import { fileKinds } from './kinds';
import { filesOf, type SourceFile } from './source-files';

const VAGUE = /(^|[-/])(manager|util|utils|common|misc|helpers?)([-./]|$)/;
const VAGUE_EXPORT = /export (?:abstract )?(?:class|function|const|interface|type) \w*(?:Manager|Utils?|Misc)\b/;
// Jest takes its set-up and tear-down only as default exports.
const ASKED_FOR = new Set(['test/harness/global-setup.ts', 'test/harness/global-teardown.ts']);
/** 帮扶责任人 is a helper in the glossary: here the word says something. */
const DOMAIN_HELPERS = /\/pair-helper\.ts$/;
const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*$/;

const pascal = (name: string): string =>
  name.replace(/(^|-)([a-z0-9])/g, (_, _dash, letter: string) => letter.toUpperCase());
const camel = (name: string): string => pascal(name).replace(/^./, (letter) => letter.toLowerCase());

function exportsName(text: string, name: string): boolean {
  return new RegExp(`export (?:abstract |async )*(?:class|function|const|interface|type|enum) ${name}\\b`).test(text);
}

function wrongNames({ path, text }: SourceFile): string[] {
  const wrong: string[] = [];
  const [top = '', , ...rest] = path.split('/');
  const file = path.split('/').at(-1) ?? '';
  const [noun = '', kind, ...more] = file.replace(/(\.test)?\.ts$/, '').split('.');
  if (VAGUE.test(path) && !DOMAIN_HELPERS.test(path))
    wrong.push('a name that says nothing (a helper of a household is a "pairing")');
  if (!file.endsWith('.test.ts') && VAGUE_EXPORT.test(text)) wrong.push('an export whose name says nothing');
  if (/^export default/m.test(text) && !ASKED_FOR.has(path)) wrong.push('a default export');
  if (file === 'index.ts' || /^export \* from|^export (?:type )?\{[^}]*\} from/m.test(text)) wrong.push('a barrel');
  if (!KEBAB.test(noun)) wrong.push('not in small letters with dashes');
  if (top !== 'services' || rest.length < 2 || file.endsWith('.test.ts')) return wrong.map((why) => `${path}: ${why}`);
  const [folder = ''] = rest;
  if (kind !== undefined) {
    if (!(fileKinds as readonly string[]).includes(kind) || more.length > 0) wrong.push(`no kind "${kind}"`);
    else if (kind === 'entity' && !exportsName(text, pascal(noun))) wrong.push(`does not export ${pascal(noun)}`);
  } else if (folder !== 'migrations' && folder !== 'foreign') {
    if (!noun.includes('-')) wrong.push('neither a kind nor <verb>-<noun>');
    else if (!exportsName(text, camel(noun))) wrong.push(`does not export ${camel(noun)}`);
  }
  return wrong.map((why) => `${path}: ${why}`);
}

test('every file is named as the house names things', () => {
  expect(filesOf(/\.ts$/).flatMap(wrongNames)).toEqual([]);
});

test.each([
  ['services/funds/ledger/ledger.service.ts', ''],
  ['services/funds/ledger/ledger.entity.ts', 'export class Book {}'],
  ['services/funds/ledger/ledger.ts', 'export const ledger = 1;'],
  ['services/funds/ledger/post-entry.ts', 'export const other = 1;'],
  ['services/funds/ledger/postEntry.rules.ts', ''],
  ['platform/graph/graph-utils.ts', ''],
  ['platform/graph/loader.ts', 'export class LoaderManager {}'],
  ['platform/graph/loader.ts', 'export default 1;'],
  ['platform/graph/index.ts', ''],
  ['platform/graph/all.ts', "export * from './loader';"],
  ['platform/graph/all.ts', "export { a } from './loader';"],
])('control: %s with %j is caught', (path, text) => {
  expect(wrongNames({ path, text })).toHaveLength(1);
});

test('control: good names pass', () => {
  const text = 'export async function approveDisbursement() {}';
  expect(wrongNames({ path: 'services/funds/disbursement/approve-disbursement.ts', text })).toEqual([]);
});
