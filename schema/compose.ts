// Prints what the outside may rely on: subgraphs, supergraph, permissions and refusals; with --check it only tells what is out of date.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import { subgraphNames } from '#platform/database/roles';
import { compileSubgraph } from '#platform/graph/compile';
import { projectRoot } from '#platform/process/project-root';
import { commonRefusals, type RefusalMaker } from '#platform/vocabulary/refusal';
import { gatewayRefusals } from '../gateway/refusals';
import { subgraphs } from '../start/subgraphs';

/** File below `schema/` -> its text. */
export function printSchema(): Map<string, string> {
  const files = new Map<string, string>();
  const services = subgraphNames.map((name) => {
    const { sdl } = compileSubgraph(subgraphs[name].parts);
    files.set(`subgraphs/${name}.graphql`, `${sdl.trim()}\n`);
    return { name, url: `http://${name}/graphql`, typeDefs: parse(sdl) };
  });
  const composed = composeServices(services);
  if (composed.errors)
    throw new Error(`the subgraphs do not compose:\n${composed.errors.map((error) => error.message).join('\n')}`);
  files.set('supergraph.graphql', `${composed.supergraphSdl.trim()}\n`);
  files.set('permissions.md', printPermissions());
  files.set('refusals.md', printRefusals());
  return files;
}

function printPermissions(): string {
  const parts = subgraphNames.map((name) => {
    const rows = [...subgraphs[name].parts.permissions.rows()].map(
      ({ coordinate, zh, en }) => `| \`${coordinate}\` | ${zh} | ${en} |`,
    );
    return `## ${name}\n\n| field | 谁可以 | who may |\n|---|---|---|\n${rows.join('\n')}\n`;
  });
  return `# Permissions 权限表\n\nPrinted from each subgraph's \`permissions.ts\` by \`npm run compose\`. \`*\` stands for the public and plain fields of a type; what is not named is closed.\nWhich rows are seen is decided by row-level security, by the scope of the caller's appointment.\n\n${parts.join('\n')}`;
}

function printRefusals(): string {
  const tables: [string, Readonly<Record<string, RefusalMaker>>][] = [
    ['common', commonRefusals],
    ['gateway', gatewayRefusals],
    ...subgraphNames.map((name): [string, Readonly<Record<string, RefusalMaker>>] => [
      name,
      subgraphs[name].parts.refusals,
    ]),
  ];
  const parts = tables.map(([name, makers]) => {
    const rows = Object.values(makers)
      .map((make) => make())
      .sort((a, b) => (a.code < b.code ? -1 : 1))
      .map(({ code, text }) => `| \`${code}\` | ${text.zh} | ${text.en} |`);
    return rows.length > 0
      ? `## ${name}\n\n| code | 中文 | English |\n|---|---|---|\n${rows.join('\n')}\n`
      : `## ${name}\n\nNone of its own.\n`;
  });
  return `# Refusals 拒绝代码\n\nPrinted from the code by \`npm run compose\`. A code is never renamed; \`{…}\` is filled in, and the same facts stand in \`extensions.facts\`.\n\n${parts.join('\n')}`;
}

/** Files that differ from what the code prints. */
export function outOfDate(folder = join(projectRoot, 'schema')): string[] {
  return [...printSchema()]
    .filter(([file, text]) => !existsSync(join(folder, file)) || readFileSync(join(folder, file), 'utf8') !== text)
    .map(([file]) => file);
}

if (require.main === module) {
  const folder = join(projectRoot, 'schema');
  if (process.argv.includes('--check')) {
    const stale = outOfDate(folder);
    for (const file of stale)
      process.stderr.write(`schema/${file} 已过时，请运行 npm run compose · is out of date, run npm run compose\n`);
    process.exitCode = stale.length > 0 ? 1 : 0;
  } else {
    for (const [file, text] of printSchema()) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), text);
    }
    process.stdout.write('schema/ 已更新 · schema/ is up to date\n');
  }
}
