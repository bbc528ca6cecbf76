// The arrows of the house point down: who may import whom, and which packages each kind may know.
import { arrows, houseOf, kindOf } from './kinds';
import { filesOf, importsOf, packageOf, type SourceFile, targetOf } from './source-files';

const sources = filesOf(/\.ts$/);

function wrongArrows(file: SourceFile): string[] {
  const kind = kindOf(file.path);
  if (kind === undefined) return [];
  const arrow = arrows[kind];
  if (!arrow) return [`${file.path}: no such kind "${kind}"`];
  return importsOf(file).flatMap((each) => {
    const told = (why: string): string[] => [`${file.path} -> ${each.from}: ${why}`];
    const target = targetOf(file, each);
    if (target === undefined) {
      // Types of a package are gone at run time, yet they still are knowledge of it.
      const known = arrow.packages;
      const name = packageOf(each.from);
      return known === 'any' || known.some((one) => name === one || (one === 'node:' && name.startsWith(one)))
        ? []
        : told(`${kind} may not know this package`);
    }
    const crosses = houseOf(target) !== houseOf(file.path);
    if (crosses && !each.from.startsWith('#platform/')) return told('a relative import leaves its house');
    const reached = kindOf(target);
    const allowed = arrow.may.some((one) => reached === one || (one.startsWith('platform/') && target.startsWith(one)));
    return allowed ? [] : told(`${kind} may not import ${reached ?? target}`);
  });
}

// Entities may point at each other: a relation has two ends, and both name the other lazily.
function cycles(files: readonly SourceFile[]): string[] {
  const byPath = new Map(files.map((file) => [file.path.replace(/\.ts$/, ''), file]));
  const done = new Set<string>();
  const found: string[] = [];
  const walk = (path: string, way: readonly string[]): void => {
    const file = byPath.get(path);
    if (!file || kindOf(file.path) === 'entity') return;
    if (way.includes(path)) {
      found.push([...way.slice(way.indexOf(path)), path].join(' -> '));
      return;
    }
    if (done.has(path)) return;
    for (const each of importsOf(file)) {
      const target = targetOf(file, each);
      if (target && !each.typeOnly) walk(target, [...way, path]);
    }
    done.add(path);
  };
  for (const path of byPath.keys()) walk(path, []);
  return found;
}

test('every import follows the table', () => {
  expect(sources.length).toBeGreaterThan(30);
  expect(sources.flatMap(wrongArrows)).toEqual([]);
});

test('nothing imports itself by a detour', () => {
  expect(cycles(sources)).toEqual([]);
});

test.each([
  ['services/funds/ledger/post-entry.ts', "import { x } from '../../households/member/member.entity';"],
  ['services/funds/ledger/post-entry.ts', "import { x } from '../../../platform/vocabulary/money';"],
  ['services/funds/ledger/ledger.rules.ts', "import { randomUUID } from 'node:crypto';"],
  ['services/funds/ledger/ledger.rules.ts', "import type { Ledger } from './ledger.entity';"],
  ['services/funds/ledger/ledger.rules.ts', "import {\n  a,\n  b,\n} from 'typeorm';"],
  ['services/funds/ledger/ledger.resolver.ts', "const { Pool } = require('pg');"],
  ['services/funds/permissions.ts', "import { Ledger } from './ledger/ledger.entity';"],
  ['services/funds/ledger/ledger.service.ts', "import { Fen } from '#platform/vocabulary/money';"],
  ['platform/vocabulary/money.ts', "import { log } from '../process/log';"],
  ['platform/process/log.ts', "import { x } from '../../services/funds/subgraph';"],
  ['gateway/token.ts', "import 'typeorm';"],
])('control: %s with %j is caught', (path, text) => {
  expect(wrongArrows({ path, text })).toHaveLength(1);
});

test('control: a cycle of two verbs is caught, a type import is none', () => {
  const pair = (how: string): SourceFile[] => [
    { path: 'services/funds/ledger/post-entry.ts', text: "import { b } from '../project/open-project';" },
    { path: 'services/funds/project/open-project.ts', text: `${how} { a } from '../ledger/post-entry';` },
  ];
  expect(cycles(pair('import'))).toHaveLength(1);
  expect(cycles(pair('import type'))).toHaveLength(0);
});
