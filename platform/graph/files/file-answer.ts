// What goes through the file door (文件门): a request that shows a ticket, and an answer of bytes or a refusal with its status.
import { Refusal } from '../../vocabulary/refusal';
import type { Context } from '../context';

/** Whole, or made while it is sent, so that a long list is never held as one. */
export type FileBody = Buffer | AsyncIterable<Buffer>;

export interface FileRequest {
  ticket: string;
  method: 'GET' | 'PUT';
  body?: Buffer | undefined;
}

export interface FileAnswer {
  status: number;
  headers: Readonly<Record<string, string>>;
  body: FileBody;
}

/** A file that is made, or read, when it is fetched: in the scope that the caller has then. */
export interface MadeFile {
  name: string;
  contentType: string;
  body: FileBody;
  /** shown in the browser instead of being saved; only ever for pages that we made ourselves */
  inline?: boolean;
  /** of a page that is shown: what it may load, which is nothing unless told */
  contentPolicy?: string;
}

export type FileMaker = (context: Context<never>, about: Record<string, unknown>) => Promise<MadeFile>;

export interface Upload {
  /** of the ticket, and of what it makes */
  id: string;
  name: string;
  about: Record<string, unknown>;
  body: Buffer;
}

/** What an upload becomes: written in the transaction that spends its ticket. */
export type FileTaker = (
  context: Context<never>,
  upload: Upload,
) => Promise<(query: (sql: string, parameters: readonly unknown[]) => Promise<unknown[]>) => Promise<void>>;

export function answerOfFile({ name, contentType, body, inline, contentPolicy }: MadeFile): FileAnswer {
  const ascii = name.replace(/[^A-Za-z0-9._-]/g, '_');
  const disposition = `${inline ? 'inline' : 'attachment'}; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(name)}`;
  return {
    status: 200,
    headers: {
      'content-type': contentType,
      'content-disposition': disposition,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      ...(contentPolicy ? { 'content-security-policy': contentPolicy } : {}),
    },
    body,
  };
}

export function answerInJson(status: number, told: unknown): FileAnswer {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
    body: Buffer.from(JSON.stringify(told)),
  };
}

const statuses: Readonly<Record<string, number>> = {
  NOT_FOUND: 404,
  FORBIDDEN: 403,
  FILE_TOO_LARGE: 413,
  FILE_KIND_REFUSED: 415,
  UNAVAILABLE: 503,
  SCOPE_MOVING: 503,
};

export function answerOfRefusal({ code, text, facts, message }: Refusal): FileAnswer {
  const told = { message, extensions: { code, zh: text.zh, en: text.en, facts } };
  return answerInJson(statuses[code] ?? 400, { errors: [told] });
}
