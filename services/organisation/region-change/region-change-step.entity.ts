// What a re-organisation consists of (区划调整明细), step by step as it was told.
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { RegionKindEnum } from '../region/region-kind.rules';

export enum RegionStepVerbEnum {
  found = 'found',
  rename = 'rename',
  move = 'move',
  end = 'end',
}

registerEnumType(RegionStepVerbEnum, {
  name: 'RegionStepVerb',
  description: '步骤：新设、更名、划转、并入而撤销 · Step: found, rename, move, or end into a successor',
  valuesConfig: {
    found: { description: '新设或析置 · Found, or split from another' },
    rename: { description: '更名、变更代码 · Give another name or code' },
    move: { description: '划归另一上级 · Move under another region' },
    end: { description: '撤销，并入另一地区 · End, into a successor' },
  },
});

@ObjectType({ description: '区划调整的一步 · One step of a re-organisation' })
export class RegionChangeStep {
  @Field(() => RegionStepVerbEnum, { description: '步骤 · Step' })
  verb: RegionStepVerbEnum;

  @Field(() => ID, { nullable: true, description: '所涉地区或代号 · The region, or the key of what is founded' })
  region?: string | null;

  @Field(() => String, { nullable: true, description: '新设者的代号 · Key of what is founded' })
  key?: string | null;

  @Field(() => RegionKindEnum, { nullable: true, description: '新设者的类别 · Kind of what is founded' })
  kind?: RegionKindEnum | null;

  @Field(() => String, { nullable: true, description: '新名称 · New name' })
  name?: string | null;

  @Field(() => String, { nullable: true, description: '新区划代码 · New division code' })
  code?: string | null;

  @Field(() => ID, { nullable: true, description: '上级，或并入的地区 · The region above, or the successor' })
  into?: string | null;

  @Field(() => ID, { nullable: true, description: '析自哪一地区 · What it is split from' })
  origin?: string | null;
}
