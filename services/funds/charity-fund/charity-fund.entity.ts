// A charity fund (扶贫基金): an organisation of the city that takes gifts and uses them against poverty, founded step by step.
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Entity } from 'typeorm';
import {
  DayColumn,
  FlagColumn,
  IdColumn,
  InstantColumn,
  PathColumn,
  RefColumn,
  TextColumn,
} from '#platform/database/columns';
import { CalendarDay } from '#platform/graph/scalars';
import { LegalForm } from './charity-pack.rules';

export enum CharityFundState {
  preparing = 'preparing',
  registered = 'registered',
  dissolved = 'dissolved',
}

registerEnumType(CharityFundState, {
  name: 'CharityFundState',
  description: '基金状态 · State of a charity fund',
  valuesConfig: {
    preparing: { description: '筹备中 · In preparation' },
    registered: { description: '已登记 · Registered' },
    dissolved: { description: '已注销 · Dissolved' },
  },
});

registerEnumType(LegalForm, {
  name: 'LegalForm',
  description: '组织形式 · Legal form of an organisation',
  valuesConfig: {
    association: { description: '社会团体 · Association' },
    foundation: { description: '基金会 · Foundation' },
    serviceInstitution: { description: '社会服务机构 · Service institution' },
  },
});

@ObjectType({ description: '扶贫基金 · A poverty-alleviation charity fund' })
@Entity('charity_fund')
export class CharityFund {
  @Field(() => ID, { description: '基金标识 · Id of the fund' })
  @IdColumn()
  id: string;

  @Field({ description: '名称 · Name' })
  @TextColumn()
  name: string;

  @Field(() => LegalForm, { description: '组织形式 · Legal form' })
  @TextColumn()
  legalForm: LegalForm;

  @Field({ description: '是否具有公开募捐资格 · Whether it may raise money in public' })
  @FlagColumn()
  publicRaising: boolean;

  @Field({ description: '宗旨 · Its purpose' })
  @TextColumn()
  purpose: string;

  @RefColumn()
  regionId: string;

  @PathColumn()
  path: string;

  @Field(() => CharityFundState, { description: '状态 · State' })
  @TextColumn()
  state: CharityFundState;

  @Field(() => CalendarDay, { nullable: true, description: '登记日期 · Day of its registration' })
  @DayColumn(true)
  registeredOn: string | null;

  @Field(() => CalendarDay, { nullable: true, description: '注销日期 · Day of its dissolution' })
  @DayColumn(true)
  dissolvedOn: string | null;

  @RefColumn()
  foundedBy: string;

  @Field(() => Date, { description: '建档时间 · When it was entered' })
  @InstantColumn()
  foundedAt: Date;
}
