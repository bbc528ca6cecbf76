// A bright point (亮点): a good practice of a region or unit, verified by a second person, to be adopted elsewhere (由点扩面).
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Entity } from 'typeorm';
import { IdColumn, InstantColumn, PathColumn, RefColumn, TextColumn } from '#platform/database/columns';
import { connectionOf } from '#platform/graph/connection';

export enum BrightPointOutcome {
  verified = 'verified',
  returned = 'returned',
}
registerEnumType(BrightPointOutcome, {
  name: 'BrightPointOutcome',
  description: '核实结果 · What was decided on a bright point',
  valuesConfig: {
    verified: { description: '已核实，可供推广 · Verified, may be adopted elsewhere' },
    returned: { description: '已退回 · Returned' },
  },
});

@ObjectType({ description: '亮点：可由点扩面的好做法 · A bright point: a good practice that others may adopt' })
@Entity('bright_point')
export class BrightPoint {
  @Field(() => ID, { description: '亮点标识 · Id of the bright point' })
  @IdColumn()
  id: string;

  @RefColumn()
  regionId: string;

  @PathColumn()
  path: string;

  @RefColumn(true)
  unitId: string | null;

  @Field({ description: '标题 · Title' })
  @TextColumn()
  title: string;

  @Field({ description: '做法与成效 · What is done and what came of it' })
  @TextColumn()
  content: string;

  @RefColumn()
  reportedBy: string;

  @Field(() => Date, { description: '上报时间 · Reported at' })
  @InstantColumn()
  reportedAt: Date;

  @RefColumn(true)
  verifiedBy: string | null;

  @Field(() => Date, { nullable: true, description: '核实或退回时间 · Verified or returned at' })
  @InstantColumn(true)
  verifiedAt: Date | null;

  @Field(() => BrightPointOutcome, { nullable: true, description: '结果；空为待核实 · Outcome, null while it awaits' })
  @TextColumn(true)
  outcome: BrightPointOutcome | null;

  @Field(() => String, { nullable: true, description: '核实意见 · Remark of who decided' })
  @TextColumn(true)
  remark: string | null;
}

export const BrightPointConnection = connectionOf(BrightPoint, 'BrightPoint', '亮点', 'bright points');
