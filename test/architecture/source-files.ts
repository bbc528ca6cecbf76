// The project's own files and what each of them imports, for the tests that draw the house.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { projectRoot } from '#platform/process/project-root';

export interface SourceFile {
  /** From the project's root, with `/`. */
  path: string;
  text: string;
}

export interface Import {
  /** As written. */
  from: string;
  /** `import type`: gone at run time. */
  typeOnly: boolean;
}

const root = projectRoot;
const NOT_OURS = new Set(['node_modules', 'dist', 'var', 'coverage', '.git']);

export function filesOf(ends: RegExp, folder = root): SourceFile[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (NOT_OURS.has(entry.name)) return [];
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesOf(ends, path);
    if (!entry.isFile() || !ends.test(entry.name)) return [];
    return [{ path: relative(root, path).replaceAll('\\', '/'), text: readFileSync(path, 'utf8') }];
  });
}

// A quoted word after `from`, in a bare `import '…'`, in `require(…)` or `import(…)`; the type of `import type` alone is noted.
const IMPORTS =
  /^\s*(?:import|export)\s+(type\s)?[^'";]*?from\s+'([^']+)'|^\s*import\s+'([^']+)'|\b(?:require|import)\('([^']+)'\)/gm;

export function importsOf({ text }: SourceFile): Import[] {
  return [...text.matchAll(IMPORTS)].map(([, type, named, bare, called]) => ({
    from: named ?? bare ?? called ?? '',
    typeOnly: type !== undefined,
  }));
}

/** The project's file that an import means, or undefined for a package. */
export function targetOf(file: SourceFile, { from }: Import): string | undefined {
  if (from.startsWith('#platform/')) return from.slice(1);
  if (!from.startsWith('.')) return undefined;
  return normalize(join(dirname(file.path), from)).replaceAll('\\', '/');
}

/** `@scope/name` or `name` or `node:name`, without the path inside. */
export function packageOf(from: string): string {
  return from.startsWith('@') ? from.split('/').slice(0, 2).join('/') : (from.split('/')[0] ?? from);
}
