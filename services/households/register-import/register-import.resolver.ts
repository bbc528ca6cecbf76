// What the graph answers about imports of the register: upload, check, commit, and what was found.
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { cursorOf } from '#platform/database/page';
import { type Connection, ConnectionArgs, connect, connectionOf } from '#platform/graph/connection';
import { FileTicket, UploadInput } from '#platform/graph/files/evidence';
import { issueTicket } from '#platform/graph/files/issue-ticket';
import { fileRefusals } from '#platform/vocabulary/file-refusals';
import { commonRefusals, invalidInput } from '#platform/vocabulary/refusal';
import { Person, personOf } from '../foreign/person';
import { Region, regionOf } from '../foreign/region';
import { permissions } from '../permissions';
import type { HouseholdsContext } from '../tools';
import { checkRegisterImport } from './check-register-import';
import { commitRegisterImport } from './commit-register-import';
import { ImportDifference, ImportFlaw } from './import-flaw.entity';
import { findImport, listDifferences, listFlaws, listImports } from './list-imports';
import type { SheetRights } from './open-sheet';
import { RegisterImport } from './register-import.entity';
import { CheckImportArgs, CommitImportArgs } from './register-import.input';

const RegisterImportConnection = connectionOf(
  RegisterImport,
  'RegisterImport',
  '登记表导入',
  'imports of the register',
);
const FlawConnection = connectionOf(ImportFlaw, 'RegisterImportFlaw', '登记表错误', 'errors of a register sheet');
const DifferenceConnection = connectionOf(
  ImportDifference,
  'RegisterImportDifference',
  '登记表差异',
  'differences of a register sheet',
);
const byOrdinal = ({ ordinal }: { ordinal: number }) => cursorOf(ordinal);

/** What the sheet may do is what its bringer may do through the graph. */
const rightsOf = ({ caller }: HouseholdsContext): SheetRights => ({
  mayDecideStates: permissions.ruleOf('Mutation', 'setHouseholdState').admits(caller),
  mayDo: (deed) => permissions.ruleOf('Mutation', deed).admits(caller),
  seen: (type, field) => permissions.sees(caller, type, field),
});

@Resolver(() => RegisterImport)
export class RegisterImportResolver {
  @Query(() => RegisterImport, {
    nullable: true,
    description: '按标识查登记表导入及其进度 · An import of the register by its id, with how far it has come',
  })
  registerImport(
    @Arg('id', () => ID, { description: '导入标识 · Id of the import' }) id: string,
    @Ctx() context: HouseholdsContext,
  ) {
    return findImport(context, id);
  }

  @Query(() => RegisterImportConnection, {
    nullable: true,
    description: '本范围的登记表导入，新者在前 · Imports of the register in scope, newest first',
  })
  async registerImports(
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: HouseholdsContext,
  ): Promise<Connection<RegisterImport>> {
    return connect(await listImports(context, args), ({ id }) => cursorOf(id));
  }

  @Mutation(() => FileTicket, {
    nullable: true,
    description:
      '申请上传登记表（全国系统导出表，或本系统导出后修改的表）· Asks to upload a register sheet: the national export, or one that this system exported',
  })
  async requestRegisterUpload(
    @Arg('input', () => UploadInput, { description: '文件 · The file' }) { name, kind, bytes }: UploadInput,
    @Ctx() context: HouseholdsContext,
  ): Promise<FileTicket> {
    if (kind !== 'xlsx') throw invalidInput('kind', '登记表为 xlsx', 'a register sheet is an xlsx');
    if (bytes < 1 || bytes > context.tools.files.limitBytes)
      throw fileRefusals.fileTooLarge({ allowed: context.tools.files.limitBytes });
    if (!name.trim() || name.length > 120)
      throw invalidInput('name', '文件名为 1 至 120 字', 'a name has 1 to 120 characters');
    const order = {
      subgraph: 'households',
      action: 'requestRegisterUpload',
      verb: 'upload',
      what: 'register-sheet',
    } as const;
    return issueTicket(context, { ...order, about: { name, kind, bytes } });
  }

  @Mutation(() => RegisterImport, {
    nullable: true,
    description: '预览登记表：逐格核对，不写入 · Checks a register sheet cell by cell; nothing is written',
  })
  async checkRegisterImport(@Args(() => CheckImportArgs) args: CheckImportArgs, @Ctx() context: HouseholdsContext) {
    return findImport(context, await checkRegisterImport(context, args, rightsOf(context)));
  }

  @Mutation(() => RegisterImport, {
    nullable: true,
    description: '提交所预览的登记表，全写或全不写 · Commits what was previewed, whole or not at all',
  })
  async commitRegisterImport(@Args(() => CommitImportArgs) args: CommitImportArgs, @Ctx() context: HouseholdsContext) {
    return findImport(context, await commitRegisterImport(context, args, rightsOf(context)));
  }

  @Mutation(() => FileTicket, {
    nullable: true,
    description: '申请下载错误清单（Excel）· Asks for the list of errors as Excel',
  })
  async requestRegisterFlaws(
    @Arg('id', () => ID, { description: '导入标识 · Id of the import' }) id: string,
    @Ctx() context: HouseholdsContext,
  ): Promise<FileTicket> {
    const found = await findImport(context, id);
    if (!found) throw commonRefusals.notFound({ what: '导入 import' });
    const order = {
      subgraph: 'households',
      action: 'requestRegisterFlaws',
      verb: 'download',
      what: 'register-flaws',
    } as const;
    return issueTicket(context, { ...order, about: { importId: found.id } });
  }

  @FieldResolver(() => Region, { nullable: true, description: '导入人所在地区 · The region of who imports' })
  region(@Root() { regionId }: RegisterImport) {
    return regionOf(regionId);
  }

  @FieldResolver(() => Person, { nullable: true, description: '导入人 · Who imports' })
  importedBy(@Root() { personId }: RegisterImport) {
    return personOf(personId);
  }

  @FieldResolver(() => Person, { nullable: true, description: '提交人 · Who committed it' })
  committedBy(@Root() { committedBy }: RegisterImport) {
    return committedBy && personOf(committedBy);
  }

  @FieldResolver(() => Boolean, {
    description: '表中有状态认定，须由另一人提交 · It tells states, and is committed by another person',
  })
  tellsStates(@Root() { statesToldBy }: RegisterImport) {
    return statesToldBy !== null;
  }

  @FieldResolver(() => FlawConnection, {
    nullable: true,
    description: '错误，按行；至多列 5000 处 · Errors by row, the first 5,000 of them',
  })
  async flaws(
    @Root() { id }: RegisterImport,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: HouseholdsContext,
  ): Promise<Connection<ImportFlaw>> {
    return connect(await listFlaws(context, id, args), byOrdinal);
  }

  @FieldResolver(() => DifferenceConnection, {
    nullable: true,
    description:
      '回传表的差异，按行；提交前可看 · Differences of a sheet that came back, by row, until they are committed',
  })
  async differences(
    @Root() { id }: RegisterImport,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: HouseholdsContext,
  ): Promise<Connection<ImportDifference>> {
    return connect(await listDifferences(context, id, args), byOrdinal);
  }
}
