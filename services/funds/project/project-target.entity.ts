// A performance target (绩效指标) of a project: what is to be reached, measured how, and how much of it.
import { Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Entity } from 'typeorm';
import { DecimalColumn, IdColumn, PathColumn, RefColumn, TextColumn, WholeColumn } from '#platform/database/columns';

export enum TargetKind {
  output = 'output',
  benefit = 'benefit',
  satisfaction = 'satisfaction',
}
registerEnumType(TargetKind, {
  name: 'TargetKind',
  description: '绩效指标类别 · Kind of a performance target',
  valuesConfig: {
    output: { description: '产出 · Output' },
    benefit: { description: '效益 · Benefit' },
    satisfaction: { description: '满意度 · Satisfaction' },
  },
});

@ObjectType({ description: '绩效指标 · A performance target' })
@Entity('project_target')
export class ProjectTarget {
  @Field(() => ID, { description: '指标标识 · Id of the target' })
  @IdColumn()
  id: string;

  @RefColumn()
  projectId: string;

  @RefColumn()
  regionId: string;

  @PathColumn()
  path: string;

  @Field(() => Int, { description: '序号 · Number in order' })
  @WholeColumn()
  ordinal: number;

  @Field(() => TargetKind, { description: '类别 · Kind' })
  @TextColumn()
  kind: TargetKind;

  @Field({ description: '指标 · Indicator' })
  @TextColumn()
  indicator: string;

  @Field({ description: '计量单位 · Unit' })
  @TextColumn()
  unit: string;

  @Field(() => Float, { description: '目标值 · Target value' })
  @DecimalColumn()
  target: number;
}
