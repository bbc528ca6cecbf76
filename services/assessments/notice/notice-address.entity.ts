// Where notices go by telephone (通知渠道): a number that its owner registered for one channel under his own appointment, and each delivery.
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { IdColumn, InstantColumn, RefColumn, TextColumn } from '#platform/database/columns';
import { Classified } from '#platform/graph/classified';
import type { NoticeKind } from './notice.rules';
import type { DeliveryOutcome } from './notice-delivery.rules';

@ObjectType({ description: '接收提醒的手机号（本人登记）· A number to which notices go, as registered by its owner' })
@Entity('notice_address')
export class NoticeAddress {
  @Field(() => ID, { description: '登记标识 · Id' })
  @IdColumn()
  id: string;

  @Field({ description: '渠道：sms 短信，dingtalk 钉钉 · Channel: sms or dingtalk' })
  @TextColumn()
  channel: string;

  @TextColumn()
  mobileTail: string;

  @Field({ description: '以何职务登记 · Under which post' })
  @TextColumn()
  post: string;

  @Field(() => Date, { description: '登记时间 · Registered at' })
  @InstantColumn()
  registeredAt: Date;

  @Classified('personal')
  @Field(() => String, { nullable: true, description: '手机号（脱敏）· The number, masked' })
  get mobile(): string | null {
    return `*******${this.mobileTail}`;
  }
}

@ObjectType({ description: '提醒经渠道的送达 · A delivery of a notice by a channel' })
@Entity('notice_delivery')
export class NoticeDelivery {
  @Field(() => ID, { description: '送达标识 · Id of the delivery' })
  @IdColumn()
  id: string;

  /** the order in which they came to stand; a cursor, and shown nowhere */
  @Column({ type: 'bigint' })
  number: bigint;

  @Field(() => ID, { description: '提醒标识 · Id of the notice' })
  @RefColumn()
  noticeId: string;

  @Field(() => String, { description: '提醒类别代码 · Code of the kind of notice' })
  @TextColumn()
  kind: NoticeKind;

  @Field({ description: '渠道 · Channel' })
  @TextColumn()
  channel: string;

  @Field(() => Int, { description: '已试次数 · Attempts so far' })
  @Column({ type: 'int' })
  attempts: number;

  @Field(() => String, {
    nullable: true,
    description:
      '结果：delivered 已交运营方，withheld 权限已变不发，withdrawn 已撤登记，refused 运营方拒收，given-up 多次未成，channel-off 渠道已关；空为待发 · How it ended, null while it waits',
  })
  @TextColumn(true)
  outcome: DeliveryOutcome | null;

  @Field(() => Date, { description: '入列时间 · Queued at' })
  @InstantColumn()
  queuedAt: Date;

  @Field(() => Date, { nullable: true, description: '办结时间 · Settled at' })
  @InstantColumn(true)
  settledAt: Date | null;
}
