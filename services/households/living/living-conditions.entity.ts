// How a household lives (生产生活条件): the part of the national form that a page of households does not show.
import { Field, Float, Int, ObjectType } from 'type-graphql';
import { Entity, PrimaryColumn } from 'typeorm';
import { DecimalColumn, FlagColumn, PathColumn, RefColumn, TextColumn, WholeColumn } from '#platform/database/columns';

@ObjectType({
  description: '生产生活条件；空为未填 · How a household lives; null is what was not told',
})
@Entity('living_conditions')
export class LivingConditions {
  @PrimaryColumn({ type: 'uuid' })
  householdId: string;

  @RefColumn()
  regionId: string;

  @PathColumn()
  path: string;

  @Field(() => String, { nullable: true, description: '自然村、村民组 · Hamlet or group of the village' })
  @TextColumn(true)
  hamlet: string | null;

  @Field(() => Boolean, { nullable: true, description: '危房户 · Lives in a dangerous house' })
  @FlagColumn(true)
  dangerousHouse: boolean | null;

  @Field(() => Int, { nullable: true, description: '住房面积（平方米） · Area of the house in square metres' })
  @WholeColumn(true)
  houseArea: number | null;

  @Field(() => String, { nullable: true, description: '住房主要结构（代码） · Structure of the house, a code' })
  @TextColumn(true)
  houseStructure: string | null;

  @Field(() => Int, { nullable: true, description: '建房年份 · Year in which the house was built' })
  @WholeColumn(true)
  houseYear: number | null;

  @Field(() => Boolean, { nullable: true, description: '饮水安全 · Drinking water is safe' })
  @FlagColumn(true)
  safeWater: boolean | null;

  @Field(() => Boolean, { nullable: true, description: '饮水困难 · Drinking water is hard to get' })
  @FlagColumn(true)
  waterDifficulty: boolean | null;

  @Field(() => Boolean, { nullable: true, description: '通生活用电 · Has electricity' })
  @FlagColumn(true)
  electricity: boolean | null;

  @Field(() => String, { nullable: true, description: '主要燃料（代码） · Main fuel, a code' })
  @TextColumn(true)
  fuel: string | null;

  @Field(() => Boolean, { nullable: true, description: '卫生厕所 · Has a sanitary toilet' })
  @FlagColumn(true)
  sanitaryToilet: boolean | null;

  @Field(() => String, { nullable: true, description: '入户路类型（代码） · Road to the house, a code' })
  @TextColumn(true)
  road: string | null;

  @Field(() => Int, { nullable: true, description: '与村主干路距离（米） · Metres to the main road of the village' })
  @WholeColumn(true)
  roadMetres: number | null;

  @Field(() => Boolean, { nullable: true, description: '加入农民专业合作组织 · Belongs to a cooperative' })
  @FlagColumn(true)
  inCooperative: boolean | null;

  @Field(() => Float, { nullable: true, description: '耕地面积（亩） · Arable land in mu' })
  @DecimalColumn(true)
  arableMu: number | null;

  @Field(() => Float, { nullable: true, description: '有效灌溉面积（亩） · Irrigated land in mu' })
  @DecimalColumn(true)
  irrigatedMu: number | null;

  @Field(() => Float, { nullable: true, description: '林地面积（亩） · Forest in mu' })
  @DecimalColumn(true)
  forestMu: number | null;

  @Field(() => Float, { nullable: true, description: '林果面积（亩） · Orchard in mu' })
  @DecimalColumn(true)
  orchardMu: number | null;

  @Field(() => Float, { nullable: true, description: '水面面积（亩） · Water surface in mu' })
  @DecimalColumn(true)
  waterMu: number | null;
}
