// A daily seal (日封) of one stream of rows: what it published, from which nobody learns a row.
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Entity, PrimaryColumn } from 'typeorm';
import { DayColumn, InstantColumn, TextColumn, WholeColumn } from '#platform/database/columns';
import { connectionOf } from '#platform/graph/connection';
import { CalendarDay } from '#platform/graph/scalars';

export enum SealStream {
  ledger = 'ledger',
  claims = 'claims',
  notices = 'notices',
  packs = 'packs',
  audit = 'audit',
}
registerEnumType(SealStream, {
  name: 'SealStream',
  description: '日封的类别 · What is sealed',
  valuesConfig: {
    ledger: { description: '资金账：凭证与分录 · The ledger: journals and postings' },
    claims: { description: '医疗垫付账：凭证与分录 · The book of medical claims: journals and postings' },
    notices: { description: '公示与公告 · Public notices' },
    packs: { description: '规则包的批准与撤回 · Rule packs, approved and withdrawn' },
    audit: { description: '操作日志 · The operation log' },
  },
});
export const sealStreams = Object.values(SealStream);

@ObjectType('DailySeal', {
  description: '日封：一日各行的链与默克尔根 · A daily seal: chain and Merkle root of one day’s rows',
})
@Entity('seal')
export class Seal {
  @Field(() => SealStream, { description: '类别 · Stream' })
  @PrimaryColumn({ type: 'text' })
  stream: SealStream;

  @Field(() => Int, { description: '序号 · Number in its stream' })
  @PrimaryColumn({ type: 'int' })
  number: number;

  @Field(() => CalendarDay, { description: '所封日期 · The day whose rows it seals' })
  @DayColumn()
  day: string;

  @Field(() => Int, { description: '行数 · Rows' })
  @WholeColumn()
  count: number;

  @Field({ description: '默克尔根 · Merkle root' })
  @TextColumn()
  root: string;

  @Field({ description: '链尾 · End of the chain' })
  @TextColumn()
  link: string;

  @Field({ description: '前一日封的哈希 · Hash of the seal before' })
  @TextColumn()
  previous: string;

  @Field({ description: '日封哈希：宜另行保存、公布 · Hash of the seal, to be kept and published elsewhere' })
  @TextColumn()
  hash: string;

  @Field(() => Date, { description: '封存时间 · Sealed at' })
  @InstantColumn()
  sealedAt: Date;
}

export const SealConnection = connectionOf(Seal, 'DailySeal', '日封', 'daily seals');
