// The parts that give a subgraph its evidence: tickets for upload and download as mutations of its own, and the maker of what is fetched.
import 'reflect-metadata';
import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import type { SubgraphName } from '../../database/roles';
import type { ScopeKind } from '../../vocabulary/caller';
import { isId } from '../../vocabulary/id';
import { commonRefusals } from '../../vocabulary/refusal';
import type { Context } from '../context';
import { checkUpload } from './check-upload';
import { FileTicket, UploadInput } from './evidence';
import type { FileMaker } from './file-answer';
import type { FileTools } from './file-desk';
import { contentTypes, type FileKind } from './file-kind';
import { issueTicket } from './issue-ticket';

export const EVIDENCE = 'evidence';

interface Kept {
  id: string;
  name: string;
  kind: FileKind;
  sha256: string;
}

/**
 * `seenAs`: scope kinds that have a policy on its evidence; `always`: those of them under which anybody looks, beside the own scope,
 * such as what is published.
 */
export function evidenceParts(
  subgraph: SubgraphName,
  title: string,
  seenAs: readonly ScopeKind[],
  always: readonly ScopeKind[] = [],
) {
  const find = async ({ inScope, caller }: Context<never>, id: unknown): Promise<Kept> => {
    const own: ScopeKind[] = seenAs.includes(caller.scope) ? [caller.scope, 'own'] : ['own'];
    for (const kind of [...own, ...always]) {
      const table = kind === 'own' ? 'evidence' : 'evidence_use';
      const [found] = isId(id)
        ? await inScope.read(
            ({ query }) => query<Kept>(`select id, name, kind, sha256 from ${subgraph}.${table} where id = $1`, [id]),
            kind,
          )
        : [];
      if (found) return found;
    }
    throw commonRefusals.notFound({ what: '佐证材料 evidence' });
  };

  @Resolver()
  class EvidenceResolver {
    @Mutation(() => FileTicket, {
      name: `request${title}Upload`,
      nullable: true,
      description: '申请上传佐证材料，得一次性地址 · Asks to upload evidence, answered with an address for one use',
    })
    async requestUpload(
      @Arg('input', () => UploadInput, { description: '文件 · The file' }) { name, kind, bytes }: UploadInput,
      @Ctx() context: Context<FileTools>,
    ): Promise<FileTicket> {
      checkUpload(context.tools.files, { name, bytes });
      const order = { subgraph, action: `request${title}Upload`, verb: 'upload', what: EVIDENCE } as const;
      return issueTicket(context, { ...order, about: { name, kind, bytes } });
    }

    @Mutation(() => FileTicket, {
      name: `request${title}Download`,
      nullable: true,
      description: '申请下载佐证材料，得一次性地址 · Asks to download evidence, answered with an address for one use',
    })
    async requestDownload(
      @Arg('evidenceId', () => ID, { description: '材料标识 · Id of the evidence' }) evidenceId: string,
      @Ctx() context: Context<FileTools>,
    ): Promise<FileTicket> {
      const { id } = await find(context as unknown as Context<never>, evidenceId);
      const order = { subgraph, action: `request${title}Download`, verb: 'download', what: EVIDENCE } as const;
      return issueTicket(context, { ...order, about: { evidenceId: id } });
    }
  }

  /** Looked up again when it is fetched: a right that was lost meanwhile is lost. */
  const download: FileMaker = async (context, { evidenceId }) => {
    const { name, kind, sha256 } = await find(context, evidenceId);
    const { files } = context.tools as FileTools;
    return { name, contentType: contentTypes[kind], body: await files.store.read(sha256) };
  };
  return { resolvers: [EvidenceResolver], makers: { [EVIDENCE]: download } };
}
