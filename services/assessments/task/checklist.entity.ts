// A checklist (考核清单): one version of a year's tasks, issued under a document number, for member units or for regions.
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Entity } from 'typeorm';
import { DayColumn, IdColumn, RefColumn, TextColumn, WholeColumn } from '#platform/database/columns';
import { CalendarDay } from '#platform/graph/scalars';

export enum ChecklistKind {
  unit = 'unit',
  region = 'region',
}
registerEnumType(ChecklistKind, {
  name: 'ChecklistKind',
  description: '清单类别 · Kind of a checklist',
  valuesConfig: {
    unit: { description: '成员单位 · For member units' },
    region: { description: '区、功能区与乡镇 · For districts, functional zones and towns' },
  },
});

@ObjectType({ description: '考核清单 · A checklist: one version of a year’s tasks' })
@Entity('checklist')
export class Checklist {
  @Field(() => ID, { description: '清单标识 · Id of the checklist' })
  @IdColumn()
  id: string;

  @Field(() => Int, { description: '年度 · Year' })
  @WholeColumn()
  year: number;

  @Field(() => ChecklistKind, { description: '类别 · Kind' })
  @TextColumn()
  kind: ChecklistKind;

  @Field({ description: '文号 · Document number' })
  @TextColumn()
  documentNumber: string;

  @Field(() => String, { nullable: true, description: '发文单位 · Who issued it' })
  @TextColumn(true)
  issuer: string | null;

  @Field(() => String, { nullable: true, description: '正文 · What the document says' })
  @TextColumn(true)
  text: string | null;

  @Field({ description: '标题 · Title' })
  @TextColumn()
  title: string;

  @Field(() => Int, { description: '版本 · Version' })
  @WholeColumn()
  version: number;

  @Field(() => CalendarDay, { description: '下发日期 · Issued on' })
  @DayColumn()
  issuedOn: string;

  @RefColumn(true)
  packId: string | null;

  @Field(() => String, { nullable: true, description: '规则包内容哈希 · Hash of its pack' })
  @TextColumn(true)
  packHash: string | null;

  @Field(() => CalendarDay, { nullable: true, description: '自何日起有效 · In force from this day on' })
  @DayColumn(true)
  holdsFrom: string | null;
}
