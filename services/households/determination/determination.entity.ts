// A determination (认定): one household's way through a procedure, by steps that were frozen when it was proposed.
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Entity } from 'typeorm';
import {
  DayColumn,
  IdColumn,
  InstantColumn,
  JsonColumn,
  PathColumn,
  RefColumn,
  SealedColumn,
  TextColumn,
  WholeColumn,
} from '#platform/database/columns';
import { CalendarDay } from '#platform/graph/scalars';
import type { BilingualText } from '#platform/vocabulary/refusal';
import type { DeterminationStatus, StandingDetermination } from './determination.rules';
import type { DeterminationStepPlan } from './determination-pack.rules';

export enum DeterminationStatusCode {
  open = 'open',
  completed = 'completed',
  refused = 'refused',
  withdrawn = 'withdrawn',
}
registerEnumType(DeterminationStatusCode, {
  name: 'DeterminationStatus',
  description: '认定的办理状态 · How far a determination is',
  valuesConfig: {
    open: { description: '在办 · Open' },
    completed: { description: '已批准并公告 · Approved and announced' },
    refused: { description: '未通过 · Refused' },
    withdrawn: { description: '已撤回 · Withdrawn' },
  },
});

@ObjectType({
  description: '认定（识别、退出、返贫等程序）· A determination: identification, exit, return and their like',
})
@Entity('determination')
export class Determination implements StandingDetermination {
  @Field(() => ID, { description: '认定标识 · Id of the determination' })
  @IdColumn()
  id: string;

  @RefColumn(true)
  householdId: string | null;

  @RefColumn()
  regionId: string;

  @PathColumn()
  path: string;

  @Field({ description: '程序（代码）· Procedure, a code of the pack' })
  @TextColumn()
  kind: string;

  @JsonColumn()
  kindTitle: BilingualText;

  @Field(() => Int, { description: '年度 · Year' })
  @WholeColumn()
  year: number;

  @Field({ description: '事由 · Why it is proposed' })
  @TextColumn()
  reason: string;

  @Field({ description: '规则包 · The pack it goes by' })
  @TextColumn()
  packName: string;

  @Field({ description: '规则包内容散列 · Hash of the pack' })
  @TextColumn()
  packHash: string;

  @JsonColumn()
  steps: DeterminationStepPlan[];

  @TextColumn(true)
  fallsBackTo: string | null;

  @Field(() => String, {
    nullable: true,
    description: '提出时的状态（代码）；未建档为空 · State when it was proposed, null where not registered',
  })
  @TextColumn(true)
  fromState: string | null;

  @Field({ description: '户主（脱敏）· The head’s name, masked' })
  @TextColumn()
  headMasked: string;

  @Field(() => Int, { description: '人数 · People' })
  @WholeColumn()
  people: number;

  @SealedColumn(true)
  formSealed: Buffer | null;

  @TextColumn(true)
  headIndex: string | null;

  @RefColumn(true)
  checkId: string | null;

  @Field(() => String, {
    nullable: true,
    description: '核查未通过仍提出的理由 · Why it is proposed although the guarantee check does not pass',
  })
  @TextColumn(true)
  despite: string | null;

  @RefColumn(true)
  reopensId: string | null;

  @Field(() => CalendarDay, {
    nullable: true,
    description: '自此日起的待遇存疑 · What was paid from this day on would be in question',
  })
  @DayColumn(true)
  inQuestionFrom: string | null;

  @WholeColumn()
  at: number;

  @Field(() => Date, { description: '最近办理时间 · Last moved at' })
  @InstantColumn()
  movedAt: Date;

  @Field(() => DeterminationStatusCode, { description: '办理状态 · How far it is' })
  @TextColumn()
  status: DeterminationStatus;

  @RefColumn(true)
  noticeId: string | null;

  @Field(() => CalendarDay, {
    nullable: true,
    description: '公示届满日（当日起可办下一步）· When its posting ends: on this day the next step may be taken',
  })
  @DayColumn(true)
  postedUntil: string | null;

  @Field(() => String, { nullable: true, description: '审批文号 · Document of the approval' })
  @TextColumn(true)
  documentNumber: string | null;

  @RefColumn()
  proposedBy: string;

  @Field(() => Date, { description: '提出时间 · Proposed at' })
  @InstantColumn()
  proposedAt: Date;

  @RefColumn(true)
  appraisedBy: string | null;

  @RefColumn(true)
  reviewedBy: string | null;

  @RefColumn(true)
  verifiedBy: string | null;

  @RefColumn(true)
  comparedBy: string | null;

  @RefColumn(true)
  approvedBy: string | null;

  @Field(() => Date, { nullable: true, description: '审批时间 · Approved at' })
  @InstantColumn(true)
  approvedAt: Date | null;

  @Field(() => Date, { nullable: true, description: '办结时间 · Ended at' })
  @InstantColumn(true)
  endedAt: Date | null;

  /** for whom each hand was laid under a delegation; kept by the database */
  @JsonColumn()
  hands: Record<string, string>;
}
