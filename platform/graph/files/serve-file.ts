// Serves one request at a subgraph's file door (文件门): the ticket must be good, the caller's own and unused; it is spent with the effect.
import type { SubgraphName } from '../../database/roles';
import { fileRefusals } from '../../vocabulary/file-refusals';
import { commonRefusals } from '../../vocabulary/refusal';
import type { Context } from '../context';
import { EVIDENCE } from './evidence-parts';
import {
  answerInJson,
  answerOfFile,
  type FileAnswer,
  type FileMaker,
  type FileRequest,
  type FileTaker,
} from './file-answer';
import type { FileTools } from './file-desk';
import { fileKindOf, isPlainText } from './file-kind';

export type FileMakers = Readonly<Record<string, FileMaker>>;
export type FileTakers = Readonly<Record<string, FileTaker>>;

interface TicketRow {
  what: string;
  about: Record<string, unknown>;
}

/** One answer for a ticket that is forged, somebody else's, spent, late or of another verb: there is nothing here. */
const nothing = () => commonRefusals.notFound({ what: '文件 file' });

export async function serveFile(
  subgraph: SubgraphName,
  { files: makers = {}, uploads: takers = {} }: { files?: FileMakers; uploads?: FileTakers },
  context: Context<FileTools>,
  { ticket, method, body }: FileRequest,
): Promise<FileAnswer> {
  const { caller, tools } = context;
  const claims = tools.files.tickets.open(ticket);
  const isOwn =
    claims !== null &&
    claims.subgraph === subgraph &&
    claims.personId === caller.personId &&
    claims.appointmentId === caller.appointmentId &&
    claims.sessionId === caller.sessionId &&
    claims.verb === (method === 'PUT' ? 'upload' : 'download');
  if (!isOwn) throw nothing();
  const [row] = await context.inScope.read(
    ({ query }) =>
      query<TicketRow>(
        `select what, about from ${subgraph}.file_ticket where id = $1 and verb = $2 and used_at is null and expires_at > now()`,
        [claims.id, claims.verb],
      ),
    'own',
  );
  if (!row) throw nothing();
  if (claims.verb === 'upload') return takeIn(subgraph, takers, context, claims.id, row, body ?? Buffer.alloc(0));
  const maker = makers[row.what];
  if (!maker) throw nothing();
  const made = await maker(context as unknown as Context<never>, row.about);
  await spend(subgraph, context, claims.id, { action: 'fetchFile', facts: { what: row.what, about: row.about } });
  return answerOfFile(made);
}

async function takeIn(
  subgraph: SubgraphName,
  takers: FileTakers,
  context: Context<FileTools>,
  id: string,
  { what, about }: TicketRow,
  body: Buffer,
): Promise<FileAnswer> {
  const { files } = context.tools;
  const { name, kind, bytes } = about as { name: string; kind: string; bytes: number };
  const taker = takers[what];
  if (what !== EVIDENCE && !taker) throw nothing();
  if (body.length > files.limitBytes || body.length > bytes) throw fileRefusals.fileTooLarge({ allowed: bytes });
  // Texts are taken by whoever asked for one, and never as evidence.
  const asTold = kind === 'text' ? taker !== undefined && isPlainText(body) : fileKindOf(body) === kind;
  if (!asTold) throw fileRefusals.fileKindRefused({ kind });
  if (taker) {
    const effect = await taker(context as unknown as Context<never>, { id, name, about, body });
    await spend(subgraph, context, id, { action: 'uploadFile', facts: { what, kind } }, effect);
    return answerInJson(201, { id, bytes: body.length, kind });
  }
  const sha256 = await files.store.keep(body);
  await spend(subgraph, context, id, { action: 'uploadFile', facts: { what, kind, sha256 } }, async (query) => {
    await query(
      `insert into ${subgraph}.evidence (id, sha256, kind, bytes, name, uploaded_by, uploaded_at) values ($1, $2, $3, $4, $5, $6, now())`,
      [id, sha256, kind, body.length, name, context.caller.personId],
    );
  });
  return answerInJson(201, { id, sha256, bytes: body.length, kind });
}

type Query = (sql: string, parameters: readonly unknown[]) => Promise<unknown[]>;

/** Used once: of two that come with one ticket at the same moment the second finds it used. */
function spend(
  subgraph: SubgraphName,
  { inScope }: Context<FileTools>,
  id: string,
  { action, facts }: { action: string; facts: Record<string, unknown> },
  effect: (query: Query) => Promise<void> = async () => undefined,
): Promise<void> {
  return inScope.write(
    { action, target: id, facts },
    async (rows) => {
      const spent = await rows.query(
        `update ${subgraph}.file_ticket set used_at = now() where id = $1 and used_at is null and expires_at > now() returning id`,
        [id],
      );
      if (spent.length === 0) throw nothing();
      await effect((sql, parameters) => rows.query(sql, parameters));
    },
    'own',
  );
}
