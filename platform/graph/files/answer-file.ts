// Answers at a subgraph's file door: refusals are told and logged like those of the graph, faults only by a reference.
import { randomUUID } from 'node:crypto';
import type { SubgraphName } from '../../database/roles';
import { commonRefusals, type Refusal } from '../../vocabulary/refusal';
import type { Context } from '../context';
import { type FaultLog, refusalOf } from '../errors';
import { answerInJson, answerOfRefusal, type FileAnswer, type FileRequest } from './file-answer';
import type { FileTools } from './file-desk';
import { type FileMakers, type FileTakers, serveFile } from './serve-file';

interface FileParts {
  name: SubgraphName;
  files?: FileMakers;
  uploads?: FileTakers;
}

export async function answerFile(
  { name, files, uploads }: FileParts,
  context: Context<FileTools>,
  request: FileRequest,
  log: FaultLog,
): Promise<FileAnswer> {
  try {
    if (!files || !context.caller.personId) throw commonRefusals.notFound({ what: '文件 file' });
    return await serveFile(name, { files, uploads }, context, request);
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal) {
      await logRefusal(context, refusal, log);
      return answerOfRefusal(refusal);
    }
    const reference = randomUUID();
    log.error({ err: error, reference, operationId: context.caller.operationId }, 'fault');
    const message = `内部错误，请报此编号：${reference} · Internal error, quote this reference: ${reference}`;
    return answerInJson(500, { errors: [{ message, extensions: { code: 'INTERNAL', reference } }] });
  }
}

async function logRefusal({ caller, inScope }: Context<FileTools>, { code }: Refusal, log: FaultLog): Promise<void> {
  if (code === 'UNAVAILABLE') return;
  await inScope
    .write({ action: 'file', kind: 'refusal', result: code }, async () => undefined, caller.scope)
    .catch((error: Error) =>
      log.error({ err: error, operationId: caller.operationId, code }, 'a refusal could not be logged'),
    );
}
