// The class of a subgraph's packs: row and wire type in one, made for each subgraph because its persons and regions are its own.
import 'reflect-metadata';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import {
  DayColumn,
  FlagColumn,
  IdColumn,
  InstantColumn,
  JsonColumn,
  PathColumn,
  RefColumn,
  TextColumn,
} from '../../database/columns';
import { CalendarDay, Facts } from '../scalars';
import type { PackRow } from './pack-row';

export function packType(): new () => PackRow {
  @Directive('@shareable')
  @ObjectType('Pack', {
    description:
      '规则包：按内容哈希识别，经两人批准，按日期接续 · A rule pack: known by its content, approved by a second person, dated',
  })
  @Entity('pack')
  class Pack implements PackRow {
    @Field(() => ID, { description: '规则包标识 · Id of the pack' })
    @IdColumn()
    id: string;

    @Field({ description: '类别，如 scoring · Kind, such as scoring' })
    @TextColumn()
    kind: string;

    @Field({ description: '名称 · Name' })
    @TextColumn()
    name: string;

    @Field({ description: '内容哈希 · Hash of the content' })
    @TextColumn()
    hash: string;

    @Field(() => Facts, { description: '全文（JSON）· The whole content' })
    @JsonColumn()
    content: unknown;

    @RefColumn()
    regionId: string;

    @PathColumn()
    path: string;

    @Field(() => CalendarDay, { description: '自何日起 · Holds from this day' })
    @DayColumn()
    effectiveFrom: string;

    @Field(() => CalendarDay, {
      nullable: true,
      description: '自述止日（不含）· Holds until this day by its own words, exclusive',
    })
    @DayColumn(true)
    effectiveTo: string | null;

    @Field(() => CalendarDay, {
      nullable: true,
      description: '实际止日（不含），由后一包接续时缩短 · Holds until this day as things stand, exclusive',
    })
    @DayColumn(true)
    inForceTo: string | null;

    @Field({
      description: '是否随系统附带、按文件采用 · Whether it shipped with the system and is adopted by document',
    })
    @FlagColumn()
    shipped: boolean;

    @Field(() => String, { nullable: true, description: '起草说明 · Note of who drafted it' })
    @TextColumn(true)
    note: string | null;

    @Field(() => String, { nullable: true, description: '与前一包不相接的原因 · Why days before it are without rule' })
    @TextColumn(true)
    gapReason: string | null;

    @RefColumn(true)
    draftedBy: string | null;

    @Field(() => Date, { description: '起草时间 · Drafted at' })
    @InstantColumn()
    draftedAt: Date;

    @Field(() => String, { nullable: true, description: '批准文件号 · Number of the document that approves it' })
    @TextColumn(true)
    documentNumber: string | null;

    @RefColumn(true)
    approvedBy: string | null;

    @Field(() => Date, { nullable: true, description: '批准时间 · Approved at' })
    @InstantColumn(true)
    approvedAt: Date | null;

    @RefColumn(true)
    followsId: string | null;

    @RefColumn(true)
    withdrawnBy: string | null;

    @Field(() => Date, { nullable: true, description: '撤回时间 · Withdrawn at' })
    @InstantColumn(true)
    withdrawnAt: Date | null;

    @Field(() => String, { nullable: true, description: '撤回原因 · Why it was withdrawn' })
    @TextColumn(true)
    withdrawalReason: string | null;
  }
  return Pack;
}
