// A registered poor household (建档立卡贫困户): the unit of the register, paired with one helper.
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import {
  DayColumn,
  IdColumn,
  PathColumn,
  RefColumn,
  SealedColumn,
  TextColumn,
  TextsColumn,
  WholeColumn,
} from '#platform/database/columns';
import { Classified } from '#platform/graph/classified';
import { CalendarDay } from '#platform/graph/scalars';

@Directive('@key(fields: "id")')
@ObjectType({ description: '建档立卡贫困户 · A registered poor household' })
@Entity('household')
export class Household {
  @Field(() => ID, { description: '户标识 · Id of the household' })
  @IdColumn()
  id: string;

  @Field({ description: '户编号 · Number of the household' })
  @TextColumn()
  number: string;

  @RefColumn()
  regionId: string;

  @PathColumn()
  path: string;

  @Field({ description: '识别标准（代码）· Identification standard, a code' })
  @TextColumn()
  standard: string;

  @Field({ description: '贫困户属性（代码）· Type of the household, a code' })
  @TextColumn()
  type: string;

  @Field({ description: '主要致贫原因（代码）· Main cause of poverty, a code' })
  @TextColumn()
  mainCause: string;

  @Field(() => [String], { description: '其他致贫原因（代码，至多两项）· Other causes, codes, at most two' })
  @TextsColumn()
  otherCauses: string[];

  @TextColumn()
  address: string;

  @SealedColumn(true)
  phoneSealed: Buffer | null;

  @TextColumn(true)
  phoneTail: string | null;

  @Field(() => String, { nullable: true, description: '开户银行 · Bank' })
  @Classified('personal')
  @TextColumn(true)
  bankName: string | null;

  @SealedColumn(true)
  bankCardSealed: Buffer | null;

  @TextColumn(true)
  bankCardTail: string | null;

  @Field(() => CalendarDay, { description: '建档日期 · Day of registration' })
  @DayColumn()
  registeredOn: string;

  @RefColumn()
  headMemberId: string;

  @TextColumn()
  state: string;

  @Field(() => Int, { description: '现状态所属年度 · Year of the present state' })
  @WholeColumn()
  stateYear: number;
}
