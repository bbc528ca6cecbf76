// Asks to bring a sheet of a catalogue (上传医保目录表): an address for one use.
import { checkUpload } from '#platform/graph/files/check-upload';
import type { FileTicket } from '#platform/graph/files/evidence';
import { issueTicket } from '#platform/graph/files/issue-ticket';
import type { FundsContext } from '../tools';

export const CATALOGUE_SHEET = 'catalogue-sheet';

export async function requestCatalogueUpload(context: FundsContext, name: string, bytes: number): Promise<FileTicket> {
  checkUpload(context.tools.files, { name, bytes }, 200);
  const order = { subgraph: 'funds', action: 'requestCatalogueUpload', verb: 'upload', what: CATALOGUE_SHEET } as const;
  return issueTicket(context, { ...order, about: { name, kind: 'xlsx', bytes } });
}
