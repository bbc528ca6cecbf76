// An exposure (公开曝光): a finding told to the public in a medium, drafted by one person and published by another; a withdrawal keeps the trace.
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Entity } from 'typeorm';
import { DayColumn, IdColumn, InstantColumn, PathColumn, RefColumn, TextColumn } from '#platform/database/columns';
import { CalendarDay } from '#platform/graph/scalars';
import type { PlaceKind } from './exposure.rules';

@ObjectType({ description: '公开曝光 · A public exposure' })
@Entity('exposure')
export class Exposure {
  @Field(() => ID, { description: '曝光标识 · Id of the exposure' })
  @IdColumn()
  id: string;

  @RefColumn()
  findingId: string;

  @RefColumn()
  regionId: string;

  @PathColumn()
  path: string;

  @RefColumn()
  unitId: string;

  @Field({ description: '季度，如 2018Q1 · Quarter, such as 2018Q1' })
  @TextColumn()
  quarter: string;

  @Field({ description: '媒体 · Medium' })
  @TextColumn()
  medium: string;

  @Field(() => CalendarDay, { description: '曝光日期 · Day of the exposure' })
  @DayColumn()
  exposedOn: string;

  @Field({ description: '标题 · Title' })
  @TextColumn()
  title: string;

  @Field(() => String, {
    nullable: true,
    description: '正文；撤回后不再公开 · Text, not public any more once withdrawn',
  })
  @TextColumn()
  text: string | null;

  @Field(() => String, { nullable: true, description: '链接 · Link' })
  @TextColumn(true)
  link: string | null;

  @Field(() => String, {
    nullable: true,
    description: '被曝光单位的回应与整改 · The unit’s answer and what it put right',
  })
  @TextColumn(true)
  answer: string | null;

  @RefColumn(true)
  answeredBy: string | null;

  @Field(() => Date, { nullable: true, description: '回应时间 · Answered at' })
  @InstantColumn(true)
  answeredAt: Date | null;

  @RefColumn()
  draftedBy: string;

  @InstantColumn()
  draftedAt: Date;

  @RefColumn(true)
  publishedBy: string | null;

  @Field(() => Date, { nullable: true, description: '公布时间；空为草稿 · Published at, null while a draft' })
  @InstantColumn(true)
  publishedAt: Date | null;

  @RefColumn(true)
  withdrawnBy: string | null;

  @Field(() => Date, { nullable: true, description: '撤回时间 · Withdrawn at' })
  @InstantColumn(true)
  withdrawnAt: Date | null;

  @Field(() => String, { nullable: true, description: '撤回原因 · Why it was withdrawn' })
  @TextColumn(true)
  withdrawalReason: string | null;
}

export enum ExposurePlaceKind {
  identityNumber = 'identity-number',
  bankCard = 'bank-card',
  telephone = 'telephone',
  name = 'name',
}
registerEnumType(ExposurePlaceKind, {
  name: 'ExposurePlaceKind',
  description: '个人信息类别 · Kind of personal data',
  valuesConfig: {
    identityNumber: { description: '身份证号 · Identity number' },
    bankCard: { description: '银行卡号 · Bank card' },
    telephone: { description: '电话号码 · Telephone number' },
    name: { description: '贫困户成员姓名 · Name of a member of a household' },
  },
});

@ObjectType({ description: '文中个人信息所在（不含内容）· Where a text tells about a person, without what it tells' })
export class ExposurePlace {
  @Field({ description: '字段 · Field' })
  field: string;

  @Field(() => ExposurePlaceKind, { description: '类别 · Kind' })
  kind: PlaceKind;

  @Field(() => Int, { description: '起始位置 · First character' })
  at: number;

  @Field(() => Int, { description: '长度 · Length' })
  length: number;
}

@ObjectType({ description: '某季度的曝光任务 · What a quarter owes' })
export class ExposureDuty {
  @Field({ description: '季度 · Quarter' })
  quarter: string;

  @Field(() => Int, { description: '已公布且未撤回 · Published and not withdrawn' })
  published: number;

  @Field({ description: '季度已过而无曝光 · The quarter is over without any' })
  overdue: boolean;
}
