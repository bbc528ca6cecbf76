// Puts the explorer together at build: its own page and the published files of GraphiQL and React, so that it needs nothing from outside.
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#platform/process/project-root';

export const explorerFolder = join(projectRoot, 'dist/gateway/explorer/assets');

/** Name in the explorer -> file in this project. */
const parts: Readonly<Record<string, string>> = {
  'index.html': 'gateway/explorer/page/index.html',
  'explorer.js': 'gateway/explorer/page/explorer.js',
  'explorer.css': 'gateway/explorer/page/explorer.css',
  'graphiql.min.js': 'node_modules/graphiql/graphiql.min.js',
  'graphiql.min.css': 'node_modules/graphiql/graphiql.min.css',
  'react.production.min.js': 'node_modules/react/umd/react.production.min.js',
  'react-dom.production.min.js': 'node_modules/react-dom/umd/react-dom.production.min.js',
};

export function assemble(folder = explorerFolder): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, path] of Object.entries(parts)) {
    const from = join(projectRoot, path);
    if (!existsSync(from)) throw new Error(`缺少 ${path}，请运行 npm ci · ${path} is missing, run npm ci`);
    // A source map's address would be asked for by a browser's tools, and is not here.
    if (name.endsWith('.js'))
      writeFileSync(join(folder, name), readFileSync(from, 'utf8').replace(/^\/\/# sourceMappingURL=.*$/m, ''));
    else cpSync(from, join(folder, name));
  }
}

if (require.main === module) {
  try {
    assemble();
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    process.exitCode = 1;
  }
}
