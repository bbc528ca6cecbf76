// Serves the explorer: a fixed list of files from memory, under a policy that lets the page talk to this graph and to nothing else.
import { existsSync, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import { projectRoot } from '#platform/process/project-root';
import { explorerFolder } from './assemble';

export interface ExplorerSettings {
  folder?: string | undefined;
  /** lists the demo accounts on the page */
  demo: boolean;
}

const files = [
  'explorer.js',
  'explorer.css',
  'graphiql.min.js',
  'graphiql.min.css',
  'react.production.min.js',
  'react-dom.production.min.js',
];
const types: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

// GraphiQL's editor writes style elements while it runs; its fonts are inside its style sheet.
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

export function openExplorer({ folder = explorerFolder, demo }: ExplorerSettings) {
  const held = new Map<string, Buffer>();
  const read = (name: string): Buffer | null => {
    const path = join(folder, name);
    if (!held.has(name) && existsSync(path)) held.set(name, readFileSync(path));
    return held.get(name) ?? null;
  };
  return async function explorer(request: IncomingMessage, response: ServerResponse, path: string): Promise<boolean> {
    if (path === '/graphiql/demo-accounts.json')
      return send(request, response, 'application/json', Buffer.from(JSON.stringify(demo ? demoAccounts() : [])));
    const name = path === '/graphiql' || path === '/graphiql/' ? 'index.html' : path.replace(/^\/graphiql\//, '');
    if (name !== 'index.html' && !files.includes(name)) return false;
    const content = read(name);
    return content !== null && send(request, response, types[extname(name)] ?? 'application/octet-stream', content);
  };
}

function send(request: IncomingMessage, response: ServerResponse, type: string, content: Buffer): boolean {
  response.writeHead(200, {
    'content-type': `${type}; charset=utf-8`,
    'content-security-policy': POLICY,
    'cache-control': 'no-cache',
    'content-length': content.length,
  });
  response.end(request.method === 'HEAD' ? undefined : content);
  return true;
}

/** Who may sign in for a demonstration; the password is told by the start, not by a page. */
function demoAccounts(): { account: string; post: string; person: string }[] {
  const path = join(projectRoot, 'data/laiwu/demo-accounts.json');
  if (!existsSync(path)) return [];
  const { accounts } = JSON.parse(readFileSync(path, 'utf8')) as {
    accounts: { account: string; post: string; person: string }[];
  };
  return accounts.map(({ account, post, person }) => ({ account, post, person }));
}
