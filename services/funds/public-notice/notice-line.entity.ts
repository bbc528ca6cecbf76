// A line of a public notice (公示明细): what is published of it, and behind its leaf the name and a salt that its own household is told.
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Entity, PrimaryColumn } from 'typeorm';
import { FenColumn, PathColumn, RefColumn, TextColumn } from '#platform/database/columns';
import { connectionOf } from '#platform/graph/connection';
import { Money } from '#platform/graph/scalars';

@ObjectType('FundNoticeLine', { description: '公示公告的一行 · One line of a notice' })
@Entity('notice_line')
export class NoticeLine {
  @PrimaryColumn({ type: 'uuid' })
  noticeId: string;

  @Field(() => Int, { description: '序号；提出异议时引用 · Number, by which an objection names it' })
  @PrimaryColumn({ type: 'int' })
  line: number;

  @RefColumn()
  lineId: string;

  @RefColumn(true)
  householdId: string | null;

  @RefColumn()
  regionId: string;

  @PathColumn()
  path: string;

  @Field({ description: '村（居）· The village' })
  @TextColumn()
  village: string;

  @Field({ description: '姓名（脱敏）· Name, masked' })
  @TextColumn()
  shownName: string;

  @TextColumn()
  name: string;

  @Field(() => Money, { description: '金额 · Amount' })
  @FenColumn()
  amount: bigint;

  @TextColumn()
  salt: string;

  @Field({ description: '叶哈希 · Hash of its leaf' })
  @TextColumn()
  leaf: string;
}

export const NoticeLineConnection = connectionOf(NoticeLine, 'FundNoticeLine', '公示明细', 'lines of notices');

@ObjectType('NoticeProofStep', { description: '证明的一步 · One step of a proof' })
export class NoticeProofStep {
  @Field({ description: '另一哈希在左或右：left、right · On which side the other hash stands' })
  side: string;

  @Field({ description: '另一哈希 · The other hash' })
  hash: string;
}

@ObjectType('NoticeProof', {
  description:
    '该行在所公布名单内的证明：凭此核对，无须看他户 · Proof that a line is in the published list, without seeing others',
})
export class NoticeProof {
  @Field(() => ID, { description: '公示公告标识 · Id of the notice' })
  noticeId: string;

  @Field(() => Int, { description: '序号 · Number of the line' })
  line: number;

  @Field({ description: '村（居）· The village' })
  village: string;

  @Field({ description: '姓名 · Name' })
  name: string;

  @Field(() => Money, { description: '金额 · Amount' })
  amount: bigint;

  @Field({ description: '盐：只告知该户 · Salt, told to its household alone' })
  salt: string;

  @Field({ description: '叶哈希 · Hash of the leaf' })
  leaf: string;

  @Field(() => [NoticeProofStep], { description: '自叶至根 · From the leaf up' })
  path: NoticeProofStep[];

  @Field({ description: '根：与公布的比对 · The root, to be compared with the published one' })
  root: string;
}
