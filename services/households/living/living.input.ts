// What is told of how a household lives (生产生活条件); what is left out is not told.
import { Field, Float, InputType, Int } from 'type-graphql';

@InputType({ description: '生产生活条件登记内容 · What is told of how a household lives' })
export class LivingInput {
  @Field(() => String, { nullable: true, description: '自然村、村民组 · Hamlet or group of the village' })
  hamlet?: string | null;

  @Field(() => Boolean, { nullable: true, description: '危房户 · Lives in a dangerous house' })
  dangerousHouse?: boolean | null;

  @Field(() => Int, { nullable: true, description: '住房面积（平方米） · Area of the house in square metres' })
  houseArea?: number | null;

  @Field(() => String, { nullable: true, description: '住房主要结构（代码） · Structure of the house, a code' })
  houseStructure?: string | null;

  @Field(() => Int, { nullable: true, description: '建房年份 · Year in which the house was built' })
  houseYear?: number | null;

  @Field(() => Boolean, { nullable: true, description: '饮水安全 · Drinking water is safe' })
  safeWater?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: '饮水困难 · Drinking water is hard to get' })
  waterDifficulty?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: '通生活用电 · Has electricity' })
  electricity?: boolean | null;

  @Field(() => String, { nullable: true, description: '主要燃料（代码） · Main fuel, a code' })
  fuel?: string | null;

  @Field(() => Boolean, { nullable: true, description: '卫生厕所 · Has a sanitary toilet' })
  sanitaryToilet?: boolean | null;

  @Field(() => String, { nullable: true, description: '入户路类型（代码） · Road to the house, a code' })
  road?: string | null;

  @Field(() => Int, { nullable: true, description: '与村主干路距离（米） · Metres to the main road of the village' })
  roadMetres?: number | null;

  @Field(() => Boolean, { nullable: true, description: '加入农民专业合作组织 · Belongs to a cooperative' })
  inCooperative?: boolean | null;

  @Field(() => Float, { nullable: true, description: '耕地面积（亩） · Arable land in mu' })
  arableMu?: number | null;

  @Field(() => Float, { nullable: true, description: '有效灌溉面积（亩） · Irrigated land in mu' })
  irrigatedMu?: number | null;

  @Field(() => Float, { nullable: true, description: '林地面积（亩） · Forest in mu' })
  forestMu?: number | null;

  @Field(() => Float, { nullable: true, description: '林果面积（亩） · Orchard in mu' })
  orchardMu?: number | null;

  @Field(() => Float, { nullable: true, description: '水面面积（亩） · Water surface in mu' })
  waterMu?: number | null;
}
