// Asks to bring a sheet of a catalogue (上传医保目录表): an address for one use.
import type { FileTicket } from '#platform/graph/files/evidence';
import { issueTicket } from '#platform/graph/files/issue-ticket';
import { fileRefusals } from '#platform/vocabulary/file-refusals';
import { invalidInput } from '#platform/vocabulary/refusal';
import type { FundsContext } from '../tools';

export const CATALOGUE_SHEET = 'catalogue-sheet';

export async function requestCatalogueUpload(context: FundsContext, name: string, bytes: number): Promise<FileTicket> {
  if (!name.trim() || name.length > 200 || /[\\/\p{Cc}]/u.test(name))
    throw invalidInput('name', '文件名有误', 'is no name of a file');
  const { limitBytes } = context.tools.files;
  if (bytes < 1) throw invalidInput('bytes', '文件不能为空', 'the file is not empty');
  if (bytes > limitBytes) throw fileRefusals.fileTooLarge({ allowed: limitBytes });
  const order = { subgraph: 'funds', action: 'requestCatalogueUpload', verb: 'upload', what: CATALOGUE_SHEET } as const;
  return issueTicket(context, { ...order, about: { name, kind: 'xlsx', bytes } });
}
