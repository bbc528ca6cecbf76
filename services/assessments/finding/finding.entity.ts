// A finding (问题): what an inspection, the public or the office found wrong, by whom it is put right, by when, and how far that is.
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Entity } from 'typeorm';
import {
  DayColumn,
  IdColumn,
  InstantColumn,
  PathColumn,
  RefColumn,
  TextColumn,
  WholeColumn,
} from '#platform/database/columns';
import { CalendarDay } from '#platform/graph/scalars';
import type { State } from './finding.rules';

export enum FindingState {
  found = 'found',
  assigned = 'assigned',
  accepted = 'accepted',
  rectifying = 'rectifying',
  closureRequested = 'closure-requested',
  rechecked = 'rechecked',
  closed = 'closed',
  returned = 'returned',
  accountable = 'accountable',
}
registerEnumType(FindingState, {
  name: 'FindingState',
  description: '问题状态 · State of a finding',
  valuesConfig: {
    found: { description: '发现 · Found' },
    assigned: { description: '交办 · Assigned' },
    accepted: { description: '签收 · Accepted' },
    rectifying: { description: '整改中 · Being rectified' },
    closureRequested: { description: '申请销号 · Closure requested' },
    rechecked: { description: '复核通过，待销号 · Re-checked, awaits close-out' },
    closed: { description: '销号 · Closed' },
    returned: { description: '退回 · Returned' },
    accountable: { description: '问责，仍须整改 · Held to account, still to be rectified' },
  },
});

export enum FindingSource {
  inspection = 'inspection',
  publicReport = 'public-report',
  manual = 'manual',
  monitoring = 'monitoring',
}
registerEnumType(FindingSource, {
  name: 'FindingSource',
  description: '问题来源 · Where a finding comes from',
  valuesConfig: {
    inspection: { description: '督查 · An inspection' },
    publicReport: { description: '群众举报 · A public report' },
    manual: { description: '日常工作中发现 · Found in daily work' },
    monitoring: { description: '结算监测 · The monitoring of settlements' },
  },
});

@ObjectType({ description: '问题 · A finding' })
@Entity('finding')
export class Finding {
  @Field(() => ID, { description: '问题标识 · Id of the finding' })
  @IdColumn()
  id: string;

  @Field({ description: '问题编号 · Number' })
  @TextColumn()
  number: string;

  @Field(() => FindingSource, { description: '来源 · Where it comes from' })
  @TextColumn()
  source: FindingSource;

  @Field(() => ID, { nullable: true, description: '督查标识 · Id of the inspection that found it' })
  @RefColumn(true)
  inspectionId: string | null;

  @RefColumn(true)
  reportId: string | null;

  @Field(() => ID, { nullable: true, description: '监测问题标识 · Id of the violation that it comes from' })
  @RefColumn(true)
  violationId: string | null;

  @RefColumn()
  regionId: string;

  @PathColumn()
  path: string;

  @Field({ description: '类别（规则包中的代码）· Category, a code of the pack' })
  @TextColumn()
  category: string;

  @Field({ description: '问题 · What is wrong' })
  @TextColumn()
  content: string;

  @Field(() => CalendarDay, { description: '发现日期 · Found on' })
  @DayColumn()
  foundOn: string;

  @RefColumn()
  foundBy: string;

  @RefColumn(true)
  foundUnit: string | null;

  @InstantColumn()
  recordedAt: Date;

  @Field(() => Date, {
    nullable: true,
    description: '公布时间；空为所属督查尚未公布 · Released at, null while its inspection is not released',
  })
  @InstantColumn(true)
  releasedAt: Date | null;

  @Field({ description: '规则包 · The pack it is weighed by' })
  @TextColumn()
  packName: string;

  @Field({ description: '规则包内容散列 · Hash of the pack' })
  @TextColumn()
  packHash: string;

  @Field(() => Int, {
    description: '计分权重；反弹按规则包加倍 · What it counts in a score; a relapse counts a multiple',
  })
  @WholeColumn()
  weight: number;

  @Field(() => Int, { description: '反弹次数 · How often it came back after close-out' })
  @WholeColumn()
  relapses: number;

  @Field(() => FindingState, { description: '状态 · State' })
  @TextColumn()
  state: State;

  @RefColumn(true)
  leadUnit: string | null;

  @Field(() => CalendarDay, { nullable: true, description: '整改时限 · To be closed by' })
  @DayColumn(true)
  dueOn: string | null;

  @RefColumn(true)
  assignedBy: string | null;

  @Field(() => Date, { nullable: true, description: '交办时间 · Assigned at' })
  @InstantColumn(true)
  assignedAt: Date | null;

  @Field(() => Date, { nullable: true, description: '签收时间 · Accepted at' })
  @InstantColumn(true)
  acceptedAt: Date | null;

  @RefColumn(true)
  responsibleId: string | null;

  @Field(() => String, { nullable: true, description: '整改措施 · Measures' })
  @TextColumn(true)
  measures: string | null;

  @Field(() => CalendarDay, { nullable: true, description: '计划完成日期 · Planned to be done on' })
  @DayColumn(true)
  plannedOn: string | null;

  @Field(() => String, { nullable: true, description: '整改结果 · What was done' })
  @TextColumn(true)
  result: string | null;

  @RefColumn(true)
  requestedBy: string | null;

  @Field(() => Date, { nullable: true, description: '申请销号时间 · Closure requested at' })
  @InstantColumn(true)
  requestedAt: Date | null;

  @RefColumn(true)
  recheckedBy: string | null;

  @RefColumn(true)
  recheckedUnit: string | null;

  @Field(() => Date, { nullable: true, description: '复核时间 · Re-checked at' })
  @InstantColumn(true)
  recheckedAt: Date | null;

  @RefColumn(true)
  closedBy: string | null;

  @RefColumn(true)
  closedUnit: string | null;

  @Field(() => Date, { nullable: true, description: '销号时间 · Closed at' })
  @InstantColumn(true)
  closedAt: Date | null;
}
