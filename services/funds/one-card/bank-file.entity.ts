// A file out to the bank or back from it (银行文件): known by the hash of its content, whatever its name.
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Entity } from 'typeorm';
import {
  FenColumn,
  IdColumn,
  InstantColumn,
  PathColumn,
  RefColumn,
  TextColumn,
  WholeColumn,
} from '#platform/database/columns';
import { Money } from '#platform/graph/scalars';

export enum BankFileKind {
  payment = 'payment',
  answer = 'answer',
  return = 'return',
  unread = 'unread',
}
registerEnumType(BankFileKind, {
  name: 'BankFileKind',
  description: '银行文件类别 · Kind of a bank’s file',
  valuesConfig: {
    payment: { description: '付款文件 · The order to pay' },
    answer: { description: '回盘 · An acknowledgement' },
    return: { description: '退票 · Payments that come back' },
    unread: { description: '未读取 · Not read yet, or not readable' },
  },
});

export enum BankFileState {
  released = 'released',
  received = 'received',
  taken = 'taken',
  refused = 'refused',
  duplicate = 'duplicate',
}
registerEnumType(BankFileState, {
  name: 'BankFileState',
  description: '银行文件状态 · State of a bank’s file',
  valuesConfig: {
    released: { description: '已放出 · Released' },
    received: { description: '已收到，未读取 · Received, not read yet' },
    taken: { description: '已读取入账 · Read, and its effect booked' },
    refused: { description: '整份拒收，未入账 · Refused as a whole, without effect' },
    duplicate: { description: '内容重复，未再入账 · The same content was taken before, without effect' },
  },
});

@ObjectType({ description: '银行文件 · A file out to the bank or back from it' })
@Entity('bank_file')
export class BankFile {
  @Field(() => ID, { description: '文件标识 · Id of the file' })
  @IdColumn()
  id: string;

  @RefColumn(true)
  batchId: string | null;

  @Field(() => BankFileKind, { description: '类别 · Kind' })
  @TextColumn()
  kind: BankFileKind;

  @Field({ description: '文件格式 · Profile' })
  @TextColumn()
  profile: string;

  @Field({ description: '文件名 · Name' })
  @TextColumn()
  name: string;

  @Field({ description: '内容散列 SHA-256 · SHA-256 of the content' })
  @TextColumn()
  sha256: string;

  @Field(() => Int, { description: '字节数 · Size in bytes' })
  @WholeColumn()
  bytes: number;

  @Field(() => Int, { nullable: true, description: '笔数 · Lines' })
  @WholeColumn(true)
  lineCount: number | null;

  @Field(() => Money, { nullable: true, description: '总额 · Total' })
  @FenColumn(true)
  total: bigint | null;

  @Field(() => BankFileState, { description: '状态 · State' })
  @TextColumn()
  state: BankFileState;

  @Field(() => String, { nullable: true, description: '拒收原因 · Why it was refused' })
  @TextColumn(true)
  flaw: string | null;

  @PathColumn()
  path: string;

  @RefColumn()
  broughtBy: string;

  @Field(() => Date, { description: '时间 · When' })
  @InstantColumn()
  broughtAt: Date;
}
