// A step of the founding of a charity fund (设立步骤), dated, recorded by one person and confirmed by another; and who sits in its council.
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Entity } from 'typeorm';
import {
  DayColumn,
  FenColumn,
  IdColumn,
  InstantColumn,
  PathColumn,
  RefColumn,
  TextColumn,
  TextsColumn,
  WholeColumn,
} from '#platform/database/columns';
import { CalendarDay, Money } from '#platform/graph/scalars';
import { FoundingStepKind } from './founding-step.rules';

export enum FoundingOutcome {
  confirmed = 'confirmed',
  returned = 'returned',
}

export enum CouncilPost {
  chair = 'chair',
  viceChair = 'vice-chair',
  secretary = 'secretary',
  member = 'member',
}

registerEnumType(FoundingStepKind, {
  name: 'FoundingStepKind',
  description: '设立步骤，依次办理 · Steps of a founding, in their order',
  valuesConfig: {
    initiation: { description: '发起 · Initiated' },
    charter: { description: '通过章程 · Charter adopted' },
    startupMoney: { description: '启动资金到位 · Start-up money paid in' },
    council: { description: '选举理事会，存续期间可换届 · Council elected; elected anew while the fund stands' },
    account: { description: '开立账户 · Account opened' },
    registration: { description: '登记 · Registered' },
    dissolution: { description: '注销 · Dissolved' },
  },
});

registerEnumType(FoundingOutcome, {
  name: 'FoundingOutcome',
  description: '步骤的确认结果 · What became of a step',
  valuesConfig: {
    confirmed: { description: '已确认 · Confirmed' },
    returned: { description: '已退回 · Returned' },
  },
});

registerEnumType(CouncilPost, {
  name: 'CouncilPost',
  description: '理事会职务 · Post in a council',
  valuesConfig: {
    chair: { description: '理事长 · Chair' },
    viceChair: { description: '副理事长 · Vice-chair' },
    secretary: { description: '秘书长 · Secretary-general' },
    member: { description: '理事 · Member' },
  },
});

@ObjectType({ description: '设立步骤 · A step of a founding' })
@Entity('founding_step')
export class FoundingStep {
  @Field(() => ID, { description: '步骤标识 · Id of the step' })
  @IdColumn()
  id: string;

  @RefColumn()
  fundId: string;

  @Field(() => FoundingStepKind, { description: '步骤 · The step' })
  @TextColumn()
  kind: FoundingStepKind;

  @Field(() => CalendarDay, { description: '日期 · When it happened' })
  @DayColumn()
  happenedOn: string;

  @Field(() => String, { nullable: true, description: '文号、证号 · Number of its document or certificate' })
  @TextColumn(true)
  documentNumber: string | null;

  @Field(() => String, { nullable: true, description: '文件哈希（如章程）· Hash of its document, such as the charter' })
  @TextColumn(true)
  documentHash: string | null;

  @Field(() => String, { nullable: true, description: '机关或开户行 · The organ, or the bank' })
  @TextColumn(true)
  organ: string | null;

  @Field(() => Money, { nullable: true, description: '金额 · Amount' })
  @FenColumn(true)
  amount: bigint | null;

  @Field(() => [String], { description: '发起人（单位）· Initiators' })
  @TextsColumn()
  initiators: string[];

  @Field(() => String, { nullable: true, description: '基金账号，供捐赠 · Number of its account, for those who give' })
  @TextColumn(true)
  accountNumber: string | null;

  @RefColumn()
  regionId: string;

  @PathColumn()
  path: string;

  @RefColumn()
  recordedBy: string;

  @Field(() => Date, { description: '登记时间 · When it was recorded' })
  @InstantColumn()
  recordedAt: Date;

  @Field(() => FoundingOutcome, { nullable: true, description: '结果，空为待确认 · Outcome; null while it waits' })
  @TextColumn(true)
  outcome: FoundingOutcome | null;

  @Field(() => String, { nullable: true, description: '退回原因 · Why it was returned' })
  @TextColumn(true)
  reason: string | null;

  @RefColumn(true)
  confirmedBy: string | null;

  @Field(() => Date, { nullable: true, description: '确认或退回时间 · When it was confirmed or returned' })
  @InstantColumn(true)
  confirmedAt: Date | null;
}

@ObjectType({ description: '理事，姓名依法公开 · A member of a council, whose name is public by law' })
@Entity('council_member')
export class CouncilMember {
  @Field(() => ID, { description: '理事标识 · Id of the member' })
  @IdColumn()
  id: string;

  @RefColumn()
  stepId: string;

  @RefColumn()
  fundId: string;

  @WholeColumn()
  ordinal: number;

  @Field({ description: '姓名 · Name' })
  @TextColumn()
  name: string;

  @Field(() => CouncilPost, { description: '职务 · Post' })
  @TextColumn()
  post: CouncilPost;

  @Field(() => CalendarDay, { description: '任职起 · From' })
  @DayColumn()
  fromOn: string;

  @Field(() => CalendarDay, { nullable: true, description: '任职止，空为在任 · Until; null in office' })
  @DayColumn(true)
  untilOn: string | null;
}
