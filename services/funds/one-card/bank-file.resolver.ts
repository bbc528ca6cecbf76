// What the graph answers about the bank's files (银行文件): tickets to fetch and to bring them, reading one, and what became of its lines.
import {
  Arg,
  Args,
  Ctx,
  Field,
  FieldResolver,
  ID,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { cursorOf } from '#platform/database/page';
import { type Connection, ConnectionArgs, connect } from '#platform/graph/connection';
import { FileTicket } from '#platform/graph/files/evidence';
import { isId } from '#platform/vocabulary/id';
import { Person, personOf } from '../foreign/person';
import type { FundsContext } from '../tools';
import { BankFile } from './bank-file.entity';
import { BankFileLine, BankFileLineConnection, BankLineOutcome } from './bank-file-line.entity';
import { CardBatch } from './card-batch.entity';
import { CardLine } from './card-line.entity';
import { listBankFileLines } from './list-card-batches';
import { BankAnswerInput } from './one-card.input';
import { bankFileById, cardBatchById, cardLineById } from './one-card.loader';
import { requestBankAnswerUpload, requestBankFile } from './request-bank-file';
import { takeBankFile } from './take-bank-file';

@ObjectType({ description: '银行文件格式 · A profile of a bank’s files' })
export class BankFileProfile {
  @Field({ description: '代码 · Code' })
  name: string;

  @Field({ description: '名称 · Title' })
  title: string;

  @Field({ description: '内容散列 · Hash of its content' })
  hash: string;

  @Field(() => Int, { description: '失败代码个数 · How many codes of failures it knows' })
  failureCodes: number;
}

@Resolver(() => BankFile)
export class BankFileResolver {
  @Query(() => BankFile, { nullable: true, description: '按标识查银行文件 · A bank’s file by its id' })
  bankFile(
    @Arg('id', () => ID, { description: '文件标识 · Id of the file' }) id: string,
    @Ctx() context: FundsContext,
  ) {
    return isId(id) ? bankFileById.load(context, id) : null;
  }

  @Query(() => [BankFileProfile], { nullable: true, description: '银行文件格式 · Profiles of banks’ files' })
  bankProfiles(@Ctx() { tools }: FundsContext): BankFileProfile[] {
    return tools.bankProfiles.map(({ name, title, hash, failures }) => ({
      name,
      title: `${title.zh} · ${title.en}`,
      hash,
      failureCodes: Object.keys(failures).length,
    }));
  }

  @Mutation(() => FileTicket, {
    nullable: true,
    description: '申请下载付款文件，得一次性地址 · Asks to fetch the order, answered with an address for one use',
  })
  requestBankFile(
    @Arg('batchId', () => ID, { description: '批次标识 · Id of the batch' }) batchId: string,
    @Ctx() context: FundsContext,
  ) {
    return requestBankFile(context, batchId);
  }

  @Mutation(() => FileTicket, {
    nullable: true,
    description: '申请上传回盘或退票文件 · Asks to bring an answer of the bank',
  })
  requestBankAnswerUpload(
    @Arg('input', () => BankAnswerInput, { description: '文件 · The file' }) input: BankAnswerInput,
    @Ctx() context: FundsContext,
  ) {
    return requestBankAnswerUpload(context, input);
  }

  @Mutation(() => BankFile, {
    nullable: true,
    description:
      '读取回盘或退票：整份不平则拒收，否则逐行比对入账 · Reads an answer: refused as a whole, or matched line by line',
  })
  async takeBankFile(
    @Arg('id', () => ID, { description: '上传凭证即文件标识 · Id of its ticket, which is the file’s' }) id: string,
    @Ctx() context: FundsContext,
  ) {
    return bankFileById.load(context, await takeBankFile(context, id));
  }

  @FieldResolver(() => BankFileLineConnection, {
    nullable: true,
    description: '逐行处理结果 · What became of each line',
  })
  async lines(
    @Root() { id }: BankFile,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: FundsContext,
    @Arg('outcome', () => BankLineOutcome, { nullable: true, description: '只要此结果 · Only this outcome' })
    outcome?: BankLineOutcome,
  ): Promise<Connection<BankFileLine>> {
    return connect(await listBankFileLines(context, id, args, outcome ?? null), ({ ordinal }) => cursorOf(ordinal));
  }

  @FieldResolver(() => CardBatch, { nullable: true, description: '批次 · Its batch' })
  batch(@Root() { batchId }: BankFile, @Ctx() context: FundsContext) {
    return batchId === null ? null : cardBatchById.load(context, batchId);
  }

  @FieldResolver(() => Person, { nullable: true, description: '放出或带来的人 · Who released or brought it' })
  broughtBy(@Root() { broughtBy }: BankFile) {
    return personOf(broughtBy);
  }
}

@Resolver(() => BankFileLine)
export class BankFileLineResolver {
  @FieldResolver(() => CardLine, { nullable: true, description: '对上的明细 · The line that it is matched with' })
  cardLine(@Root() { cardLineId }: BankFileLine, @Ctx() context: FundsContext) {
    return cardLineId === null ? null : cardLineById.load(context, cardLineId);
  }
}
