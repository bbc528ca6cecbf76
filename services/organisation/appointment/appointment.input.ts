// What the security administrator says when a post is granted or ended, and how appointments are looked for.
import { Length } from 'class-validator';
import { ArgsType, Field, ID } from 'type-graphql';
import { ConnectionArgs } from '#platform/graph/connection';
import { CalendarDay } from '#platform/graph/scalars';
import { RegionKindEnum } from '../region/region-kind.rules';

@ArgsType()
export class AppointmentsArgs extends ConnectionArgs {
  @Field(() => ID, { nullable: true, description: '只要此人的 · Only those of this person' })
  personId?: string;

  @Field({ nullable: true, description: '只要此职务 · Only this post' })
  post?: string;

  @Field(() => ID, { nullable: true, description: '只要此地区的（不含下级）· Only those for this very region' })
  regionId?: string;

  @Field(() => ID, { nullable: true, description: '只要此单位的 · Only those for this unit' })
  unitId?: string;

  @Field({
    nullable: true,
    description: '只要今日有效（真）或已终止、未起算（假）的 · Only those that hold today (true) or do not (false)',
  })
  current?: boolean;
}

@ArgsType()
export class GrantAppointmentArgs {
  @Field(() => ID, { description: '任职人 · The person' })
  personId: string;

  @Field({ description: '职务代码，见字典 post · Code of the post, see the dictionary post' })
  post: string;

  @Field(() => RegionKindEnum, { nullable: true, description: '层级 · Level of office' })
  level?: RegionKindEnum;

  @Field(() => ID, { nullable: true, description: '地区 · The region' })
  regionId?: string;

  @Field(() => ID, { nullable: true, description: '单位 · The unit' })
  unitId?: string;

  @Field({ description: '任职文件号 · Number of the document of appointment' })
  @Length(2, 100, { message: '任职文件号 2 至 100 个字 · a document number has 2 to 100 characters' })
  documentNumber: string;

  @Field(() => CalendarDay, { description: '自何日起，不早于今日 · From which day, not before today' })
  validFrom: string;

  @Field(() => CalendarDay, { nullable: true, description: '至何日止（不含）· Until which day, exclusive' })
  validTo?: string;
}

@ArgsType()
export class EndAppointmentArgs {
  @Field(() => ID, { description: '任职标识 · Id of the appointment' })
  id: string;

  @Field(() => CalendarDay, {
    nullable: true,
    description: '自何日起不再有效，默认今日 · From which day it no longer holds, today unless told',
  })
  on?: string;

  @Field({ description: '原因，4 至 200 字 · Reason, 4 to 200 characters' })
  @Length(4, 200, { message: '原因 4 至 200 个字 · a reason has 4 to 200 characters' })
  reason: string;
}
