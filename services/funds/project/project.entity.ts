// A project (扶贫项目) of the library with its twelve fields: what, where, when, by whom, for how much and for whom, and how its benefit is shared.
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import {
  DayColumn,
  FenColumn,
  FlagColumn,
  IdColumn,
  InstantColumn,
  JsonColumn,
  PathColumn,
  RefColumn,
  TextColumn,
  TextsColumn,
  WholeColumn,
} from '#platform/database/columns';
import { connectionOf } from '#platform/graph/connection';
import { CalendarDay, Money } from '#platform/graph/scalars';
import type { FactsTold } from './project-facts.rules';

@Directive('@key(fields: "id")')
@ObjectType({ description: '扶贫项目 · A project of the library' })
@Entity('project')
export class Project {
  @Field(() => ID, { description: '项目标识 · Id of the project' })
  @IdColumn()
  id: string;

  @Field({ description: '项目编号 · Number' })
  @TextColumn()
  number: string;

  @Field({ description: '项目名称 · Name' })
  @TextColumn()
  name: string;

  @Field({ description: '项目类别（规则包中的代码）· Type, a code of the pack' })
  @TextColumn()
  type: string;

  @Field({ description: '建设性质（规则包中的代码）· Nature, a code of the pack' })
  @TextColumn()
  nature: string;

  @RefColumn()
  regionId: string;

  @PathColumn()
  path: string;

  @Field({ description: '实施地点 · Place' })
  @TextColumn()
  place: string;

  @Field(() => CalendarDay, { description: '计划（实际）开工日期 · Begins on' })
  @DayColumn()
  startsOn: string;

  @Field(() => CalendarDay, { description: '计划（实际）完成日期 · Ends on' })
  @DayColumn()
  endsOn: string;

  @Field({ description: '责任单位 · Responsible unit' })
  @TextColumn()
  responsibleUnit: string;

  @Field({ description: '责任人 · Responsible person' })
  @TextColumn()
  responsiblePerson: string;

  @Field({ description: '建设任务 · Tasks' })
  @TextColumn()
  tasks: string;

  @Field(() => Money, { description: '财政专项扶贫资金 · Special fund' })
  @FenColumn()
  budgetSpecial: bigint;

  @Field(() => Money, { description: '行业、整合资金 · Sector and integrated funds' })
  @FenColumn()
  budgetIntegrated: bigint;

  @Field(() => Money, { description: '社会捐赠 · Donations' })
  @FenColumn()
  budgetDonated: bigint;

  @Field(() => Money, { description: '自筹 · Raised by those who carry it out' })
  @FenColumn()
  budgetOwn: bigint;

  @Field(() => Int, { description: '受益贫困户 · Households that benefit' })
  @WholeColumn()
  households: number;

  @Field(() => Int, { description: '受益贫困人口 · People who benefit' })
  @WholeColumn()
  people: number;

  @Field({ description: '绩效目标 · Performance target' })
  @TextColumn()
  performanceTarget: string;

  @Field({ description: '群众参与 · How people take part' })
  @TextColumn()
  participation: string;

  @Field({ description: '带贫减贫机制 · How the benefit is shared' })
  @TextColumn()
  benefitMechanism: string;

  @RefColumn()
  packId: string;

  @Field({ description: '规则包内容散列 · Hash of the pack that it goes by' })
  @TextColumn()
  packHash: string;

  @Field({ description: '状态（规则包中的代码）· State, a code of the pack' })
  @TextColumn()
  state: string;

  @WholeColumn()
  steps: number;

  @Field({ description: '是否在库 · Whether it stands in the library' })
  @FlagColumn()
  inLibrary: boolean;

  @Field({ description: '可否申请用款（已列入年度计划）· Whether money may be asked for it: it is in the annual plan' })
  @FlagColumn()
  spendable: boolean;

  @Field(() => Money, { nullable: true, description: '批准的规模 · The budget that was approved' })
  @FenColumn(true)
  approvedBudget: bigint | null;

  @Field(() => Int, { nullable: true, description: '列入何年度计划 · In the plan of which year' })
  @WholeColumn(true)
  planYear: number | null;

  @JsonColumn()
  facts: FactsTold;

  @JsonColumn(true)
  asked: FactsTold | null;

  @Field(() => Int, { nullable: true, description: '最近更新年度 · Year in which it was last renewed' })
  @WholeColumn(true)
  renewedYear: number | null;

  @WholeColumn()
  renewalMonth: number;

  @RefColumn(true)
  sectorUnit: string | null;

  @Field(() => String, { nullable: true, description: '最近文号 · Number of its last document' })
  @TextColumn(true)
  documentNumber: string | null;

  @RefColumn()
  proposedBy: string;

  @Field(() => Date, { description: '申报时间 · Proposed at' })
  @InstantColumn()
  proposedAt: Date;

  @RefColumn(true)
  oddHand: string | null;

  @RefColumn(true)
  evenHand: string | null;

  @TextColumn()
  lastHand: 'odd' | 'even';

  @TextsColumn()
  waitingPosts: string[];

  @FlagColumn()
  waitingCheck: boolean;

  @InstantColumn()
  since: Date;

  @Field(() => CalendarDay, { description: '进入现状态的日期 · Day of its last step' })
  @DayColumn()
  sinceDay: string;

  @Field(() => CalendarDay, { nullable: true, description: '下一环节应办日 · The next step is due on' })
  @DayColumn(true)
  dueOn: string | null;
}

export const budgetOf = (of: Pick<Project, 'budgetSpecial' | 'budgetIntegrated' | 'budgetDonated' | 'budgetOwn'>) =>
  of.budgetSpecial + of.budgetIntegrated + of.budgetDonated + of.budgetOwn;

export const ProjectConnection = connectionOf(Project, 'Project', '扶贫项目', 'projects');
