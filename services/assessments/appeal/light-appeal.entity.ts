// An appeal (申诉) at one item of a light's evidence, and how a third person decided it, with the tree drawn anew.
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Entity } from 'typeorm';
import { IdColumn, InstantColumn, JsonColumn, PathColumn, RefColumn, TextColumn } from '#platform/database/columns';
import { LightColour } from '../light/light.entity';
import type { FrozenNode } from '../scoring/frozen-score.rules';

export enum AppealOutcome {
  upheld = 'upheld',
  rejected = 'rejected',
}
registerEnumType(AppealOutcome, {
  name: 'AppealOutcome',
  description: '申诉结果 · Outcome of an appeal',
  valuesConfig: {
    upheld: { description: '成立，另出新灯 · Upheld: a new light stands beside the old' },
    rejected: { description: '不成立 · Rejected' },
  },
});

@ObjectType({ description: '亮灯申诉 · An appeal against a light' })
@Entity('light_appeal')
export class LightAppeal {
  @Field(() => ID, { description: '申诉标识 · Id of the appeal' })
  @IdColumn()
  id: string;

  @RefColumn()
  lightId: string;

  @RefColumn()
  regionId: string;

  @PathColumn()
  path: string;

  @Field({ description: '申诉的计分项 · Item of the evidence that it is against' })
  @TextColumn()
  node: string;

  @Field({ description: '理由 · Grounds' })
  @TextColumn()
  grounds: string;

  @RefColumn()
  lightProposedBy: string;

  @RefColumn()
  lightConfirmedBy: string;

  @RefColumn()
  appealedBy: string;

  @Field(() => Date, { description: '申诉时间 · Appealed at' })
  @InstantColumn()
  appealedAt: Date;

  @RefColumn(true)
  decidedBy: string | null;

  @Field(() => Date, { nullable: true, description: '裁定时间 · Decided at' })
  @InstantColumn(true)
  decidedAt: Date | null;

  @Field(() => AppealOutcome, { nullable: true, description: '裁定 · Outcome, null while open' })
  @TextColumn(true)
  outcome: AppealOutcome | null;

  @Field(() => String, { nullable: true, description: '裁定理由 · Why it was decided so' })
  @TextColumn(true)
  reason: string | null;

  @JsonColumn(true)
  tree: FrozenNode | null;

  @Field(() => LightColour, { nullable: true, description: '复算灯色 · Colour, drawn anew' })
  @TextColumn(true)
  colour: LightColour | null;

  @Field(() => String, { nullable: true, description: '复算得分 · Score, drawn anew' })
  @TextColumn(true)
  score: string | null;

  @Field(() => String, { nullable: true, description: '复算依据的哈希 · Hash of the tree drawn anew' })
  @TextColumn(true)
  inputsHash: string | null;

  @RefColumn(true)
  newLightId: string | null;
}
