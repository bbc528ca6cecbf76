// A file of a statement as it came (对账单原件): read once; what cannot be read is named cell by cell.
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Entity } from 'typeorm';
import {
  IdColumn,
  InstantColumn,
  JsonColumn,
  RefColumn,
  SealedColumn,
  TextColumn,
  WholeColumn,
} from '#platform/database/columns';

export enum StatementFileState {
  received = 'received',
  taken = 'taken',
  refused = 'refused',
  duplicate = 'duplicate',
}
registerEnumType(StatementFileState, {
  name: 'StatementFileState',
  description: '对账单文件状态 · State of a file of a statement',
  valuesConfig: {
    received: { description: '已收到，未读取 · Received, not read yet' },
    taken: { description: '已读取并核对 · Read and matched' },
    refused: { description: '有误，整份拒收 · Flawed, refused as a whole' },
    duplicate: { description: '内容重复，见原对账单 · The same content made a statement before' },
  },
});

@ObjectType('StatementFlaw', { description: '对账单文件中有误的单元格 · A cell of a statement that is wrong' })
export class StatementFlawShown {
  @Field({ description: '单元格，如 C7 · The cell, such as C7' })
  cell: string;

  @Field({ description: '何处有误 · What is wrong' })
  says: string;
}

@ObjectType('StatementProfile', { description: '对账单格式 · A profile of statements' })
export class StatementProfileShown {
  @Field({ description: '代码 · Code' })
  name: string;

  @Field({ description: '名称 · Title' })
  title: string;

  @Field({ description: '内容散列 · Hash of its content' })
  hash: string;

  @Field(() => [String], { description: '列标题 · Headings of its columns' })
  headings: string[];
}

@ObjectType({ description: '对账单文件 · A file of a statement' })
@Entity('statement_file')
export class StatementFile {
  @Field(() => ID, { description: '文件标识 · Id of the file' })
  @IdColumn()
  id: string;

  @RefColumn()
  accountId: string;

  @Field({ description: '月份 · Month' })
  @TextColumn()
  month: string;

  @Field({ description: '对账单格式 · Profile' })
  @TextColumn()
  profile: string;

  @Field({ description: '文件名 · Name' })
  @TextColumn()
  name: string;

  @Field({ description: '内容散列 SHA-256 · Hash of its content' })
  @TextColumn()
  sha256: string;

  @Field(() => Int, { description: '字节数 · Size in bytes' })
  @WholeColumn()
  bytes: number;

  @SealedColumn()
  sealed: Buffer;

  @Field(() => StatementFileState, { description: '状态 · State' })
  @TextColumn()
  state: StatementFileState;

  @Field(() => [StatementFlawShown], { description: '有误之处，至多一百处 · What is wrong, a hundred places at most' })
  @JsonColumn()
  flaws: StatementFlawShown[];

  @RefColumn(true)
  statementId: string | null;

  @RefColumn()
  broughtBy: string;

  @Field(() => Date, { description: '上传时间 · When it was brought' })
  @InstantColumn()
  broughtAt: Date;
}
