// A programme or project (专项、项目) of a plan: development and guarantee weigh the same, households and areas go together.
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Entity } from 'typeorm';
import { IdColumn, RefColumn, TextColumn, WholeColumn } from '#platform/database/columns';

export enum ProjectKind {
  programme = 'programme',
  project = 'project',
}
registerEnumType(ProjectKind, {
  name: 'ProjectKind',
  description: '专项或项目 · Programme or project',
  valuesConfig: { programme: { description: '专项 · Programme' }, project: { description: '项目 · Project' } },
});

export enum ProjectThrust {
  development = 'development',
  guarantee = 'guarantee',
}
registerEnumType(ProjectThrust, {
  name: 'ProjectThrust',
  description: '开发性或保障性 · Development or guarantee',
  valuesConfig: {
    development: { description: '开发性扶贫 · Development' },
    guarantee: { description: '保障性扶贫 · Guarantee' },
  },
});

export enum ProjectReach {
  household = 'household',
  area = 'area',
}
registerEnumType(ProjectReach, {
  name: 'ProjectReach',
  description: '个体或区域 · Single households or an area',
  valuesConfig: {
    household: { description: '个体（到户）· Single households' },
    area: { description: '区域（片区）· An area' },
  },
});

@ObjectType({ description: '计划中的专项或项目 · A programme or project of a plan' })
@Entity('plan_project')
export class PlanProject {
  @Field(() => ID, { description: '项目标识 · Id of the project' })
  @IdColumn()
  id: string;

  @RefColumn()
  planId: string;

  @Field(() => Int, { description: '次序 · Place in the plan' })
  @WholeColumn()
  position: number;

  @Field({ description: '名称 · Name' })
  @TextColumn()
  name: string;

  @Field(() => ProjectKind, { description: '专项或项目 · Programme or project' })
  @TextColumn()
  kind: ProjectKind;

  @Field(() => ProjectThrust, { description: '开发性或保障性 · Development or guarantee' })
  @TextColumn()
  thrust: ProjectThrust;

  @Field(() => ProjectReach, { description: '个体或区域 · Single households or an area' })
  @TextColumn()
  reach: ProjectReach;
}
