// A policy (政策): what a document gives to whom, from when to when, in plain words; a new version follows the one before.
import { Field, ID, ObjectType } from 'type-graphql';
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
} from '#platform/database/columns';
import { CalendarDay, Facts } from '#platform/graph/scalars';
import type { TargetGroup } from '../eligibility/smallest-change.rules';

@ObjectType({ description: '政策（一个版本）· A policy, one version of it' })
@Entity('policy')
export class Policy {
  @Field(() => ID, { description: '政策标识 · Id of the policy' })
  @IdColumn()
  id: string;

  @Field({ description: '文号 · Document number' })
  @TextColumn()
  documentNumber: string;

  @Field({ description: '名称 · Title' })
  @TextColumn()
  title: string;

  @Field({ description: '发文单位 · Issuer' })
  @TextColumn()
  issuer: string;

  @Field({ description: '事项（代码）· Matter, a code' })
  @TextColumn()
  matter: string;

  @Field({ description: '条线（代码）· Line of business, a code' })
  @TextColumn()
  line: string;

  @RefColumn()
  regionId: string;

  @PathColumn()
  path: string;

  @Field(() => CalendarDay, { description: '施行日期 · In force from' })
  @DayColumn()
  effectiveFrom: string;

  @Field(() => CalendarDay, {
    nullable: true,
    description: '失效之日（当日不再有效）· The first day on which it no longer holds',
  })
  @DayColumn(true)
  effectiveTo: string | null;

  @Field(() => Facts, { description: '适用对象：任一组全部条件成立 · For whom: all conditions of any group' })
  @JsonColumn()
  targets: TargetGroup[];

  @Field({ description: '标准与金额 · Amounts' })
  @TextColumn()
  amounts: string;

  @Field({ description: '明白话 · In plain words' })
  @TextColumn()
  plainZh: string;

  @Field(() => String, { nullable: true, description: '英文明白话 · In plain English' })
  @TextColumn(true)
  plainEn: string | null;

  @Field(() => String, { nullable: true, description: '咨询方式 · Whom to ask' })
  @TextColumn(true)
  contact: string | null;

  @Field(() => String, { nullable: true, description: '来源地址 · Where it is printed' })
  @TextColumn(true)
  source: string | null;

  @Field(() => String, { nullable: true, description: '假定之处及理由 · What is assumed of it, and why' })
  @TextColumn(true)
  assumed: string | null;

  @RefColumn(true)
  supersedesId: string | null;

  @FlagColumn()
  shipped: boolean;

  @RefColumn(true)
  draftedBy: string | null;

  @RefColumn(true)
  draftedUnit: string | null;

  @InstantColumn()
  draftedAt: Date;

  @RefColumn(true)
  publishedBy: string | null;

  @Field(() => Date, { nullable: true, description: '发布时刻；空为草案 · When it was published; a draft when null' })
  @InstantColumn(true)
  publishedAt: Date | null;
}
