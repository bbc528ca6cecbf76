// What is said when a finding is recorded, assigned and planned, and how findings are looked for.
import { MaxLength, MinLength } from 'class-validator';
import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import { CalendarDay } from '#platform/graph/scalars';
import { FindingSource, FindingState } from './finding.entity';
import { FindingList } from './finding-list.entity';

const needed = { message: '请填写 · this is needed' };
const tooLong = { message: '至多 3000 字 · at most 3000 characters' };

@InputType({ description: '问题登记 · The record of a finding' })
export class RecordFindingInput {
  @Field(() => ID, { description: '问题所在地区标识 · Id of the region where it is' })
  regionId: string;

  @Field(() => ID, {
    nullable: true,
    description:
      '发现它的督查（本人登记的）；公布前该问题不为他人所知 · The caller’s own inspection; hidden until its release',
  })
  inspectionId?: string | null;

  @Field({ description: '类别（规则包中的代码）· Category, a code of the pack' })
  category: string;

  @Field({ description: '问题，勿填个人号码 · What is wrong, without personal numbers' })
  @MinLength(1, needed)
  @MaxLength(3000, tooLong)
  content: string;

  @Field(() => CalendarDay, { description: '发现日期 · Found on' })
  foundOn: string;

  @Field(() => [ID], { nullable: true, description: '佐证材料标识 · Ids of its evidence' })
  evidenceIds?: string[] | null;
}

@InputType({ description: '交办 · To whom a finding is assigned' })
export class AssignFindingInput {
  @Field(() => ID, { description: '问题标识 · Id of the finding' })
  id: string;

  @Field(() => ID, { description: '牵头整改单位标识 · Id of the lead unit' })
  leadUnitId: string;

  @Field(() => CalendarDay, {
    nullable: true,
    description: '整改时限；不填按规则包 · To be closed by; by the pack when left out',
  })
  dueOn?: string | null;

  @Field(() => String, { nullable: true, description: '交办意见 · What is asked for' })
  @MaxLength(3000, tooLong)
  remark?: string | null;
}

@InputType({ description: '整改方案 · How a finding is to be put right' })
export class PlanRectificationInput {
  @Field(() => ID, { description: '问题标识 · Id of the finding' })
  id: string;

  @Field(() => ID, { description: '责任人标识 · Id of the responsible person' })
  responsibleId: string;

  @Field({ description: '整改措施 · Measures' })
  @MinLength(1, needed)
  @MaxLength(3000, tooLong)
  measures: string;

  @Field(() => CalendarDay, { description: '计划完成日期 · Planned to be done on' })
  plannedOn: string;
}

@InputType({ description: '问责 · How a unit is held to account for an overdue finding' })
export class HoldAccountableInput {
  @Field(() => ID, { description: '问题标识 · Id of the finding' })
  id: string;

  @Field({ description: '文号 · Document number' })
  @MinLength(1, needed)
  @MaxLength(100, { message: '至多 100 字 · at most 100 characters' })
  documentNumber: string;

  @Field({ description: '问责方式与事由 · What is done, and why' })
  @MinLength(1, needed)
  @MaxLength(3000, tooLong)
  remark: string;
}

@InputType({ description: '监测转问题 · A violation that becomes a finding' })
export class TurnViolationInput {
  @Field(() => ID, { description: '监测问题标识（已认定）· Id of the violation, which is upheld' })
  violationId: string;

  @Field({ description: '类别（规则包中的代码）· Category, a code of the pack' })
  category: string;
}

@ArgsType()
export class FindingFilterArgs {
  @Field(() => ID, { nullable: true, description: '只要此地区及其下级 · Only this region and those below it' })
  regionId?: string | null;

  @Field(() => ID, { nullable: true, description: '只要此单位牵头的 · Only those led by this unit' })
  leadUnitId?: string | null;

  @Field(() => [FindingState], { nullable: true, description: '只要这些状态 · Only these states' })
  states?: FindingState[] | null;

  @Field(() => FindingSource, { nullable: true, description: '只要此来源 · Only from this source' })
  source?: FindingSource | null;

  @Field(() => Boolean, {
    nullable: true,
    description: '只要逾期（true）或未逾期（false）· Only overdue, or only not overdue',
  })
  overdue?: boolean | null;

  @Field(() => Int, { nullable: true, description: '反弹次数至少 · Came back at least so often' })
  relapses?: number | null;

  @Field(() => FindingList, {
    nullable: true,
    description: '只要此清单所列 · Only what stands on this list',
  })
  list?: FindingList | null;
}

@ArgsType()
export class FindingsArgs extends FindingFilterArgs {
  @Field(() => Int, {
    nullable: true,
    description: '每页行数，默认 20，至多 200 · Rows of a page, 20 unless told, at most 200',
  })
  first?: number;

  @Field(() => String, { nullable: true, description: '从此游标之后 · Rows after this cursor' })
  after?: string;
}
