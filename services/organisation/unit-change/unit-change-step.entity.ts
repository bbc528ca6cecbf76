// What a reform of bureaus consists of (机构改革明细), step by step as it was told.
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { UnitKind } from '../unit/unit-kind.rules';

export enum UnitStepVerbEnum {
  found = 'found',
  rename = 'rename',
  merge = 'merge',
}

registerEnumType(UnitStepVerbEnum, {
  name: 'UnitStepVerb',
  description: '步骤：新设、更名、并入 · Step: found, rename, or merge into a successor',
  valuesConfig: {
    found: { description: '新设 · Found' },
    rename: { description: '更名 · Give another name' },
    merge: { description: '并入另一单位而撤销 · Merge into another unit, and end' },
  },
});

@ObjectType({ description: '机构改革的一步 · One step of a reform of bureaus' })
export class UnitChangeStep {
  @Field(() => UnitStepVerbEnum, { description: '步骤 · Step' })
  verb: UnitStepVerbEnum;

  @Field(() => ID, { nullable: true, description: '更名或并入的单位 · The unit that is renamed or merged' })
  unit?: string | null;

  @Field(() => String, {
    nullable: true,
    description: '新设者在本改革内的代号 · Key of what is founded, within the reform',
  })
  key?: string | null;

  @Field(() => String, { nullable: true, description: '新单位代号 · Code of the new unit' })
  code?: string | null;

  @Field(() => String, { nullable: true, description: '新名称 · New name' })
  name?: string | null;

  @Field(() => UnitKind, { nullable: true, description: '新单位类别 · Kind of the new unit' })
  kind?: UnitKind | null;

  @Field(() => String, { nullable: true, description: '新单位条线 · Line of business of the new unit' })
  line?: string | null;

  @Field(() => ID, { nullable: true, description: '新单位所属地区 · Region of the new unit' })
  region?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: '新单位是否成员单位 · Whether the new unit is in the leading group',
  })
  inLeadingGroup?: boolean | null;

  @Field(() => ID, { nullable: true, description: '承继单位 · The successor' })
  into?: string | null;
}
