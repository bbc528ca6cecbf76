// An exemption (豁免) from one obligation, as each subgraph keeps and tells it: of which line, whom, which window, why, and who decided.
import { ArgsType, Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { DayColumn, IdColumn, InstantColumn, PathColumn, RefColumn, TextColumn } from '../database/columns';
import { addDays } from '../vocabulary/calendar-day';
import { ConnectionArgs } from './connection';
import { CalendarDay } from './scalars';

export enum ExemptionOutcome {
  approved = 'approved',
  refused = 'refused',
}
registerEnumType(ExemptionOutcome, {
  name: 'ExemptionOutcome',
  description: '豁免的决定 · What was decided on an exemption',
  valuesConfig: { approved: { description: '同意 · Approved' }, refused: { description: '不同意 · Refused' } },
});

/** What each subgraph extends by the subject. */
@ObjectType()
export abstract class ExemptionShape {
  @Field(() => ID, { description: '豁免标识 · Id of the exemption' })
  @IdColumn()
  id: string;

  @Field({ description: '事项代码 · Code of the line' })
  @TextColumn()
  line: string;

  @RefColumn()
  subjectId: string;

  @RefColumn()
  regionId: string;

  @PathColumn()
  path: string;

  @DayColumn()
  windowFrom: string;

  @DayColumn()
  windowUntil: string;

  @Field({ description: '理由 · Reason' })
  @TextColumn()
  reason: string;

  @RefColumn()
  requestedBy: string;

  @Field(() => Date, { description: '申请时间 · When it was asked for' })
  @InstantColumn()
  requestedAt: Date;

  @RefColumn(true)
  decidedBy: string | null;

  @Field(() => Date, { nullable: true, description: '决定时间 · When it was decided' })
  @InstantColumn(true)
  decidedAt: Date | null;

  @Field(() => ExemptionOutcome, { nullable: true, description: '决定；空为待定 · Outcome, null while it waits' })
  @TextColumn(true)
  outcome: ExemptionOutcome | null;

  @Field(() => String, { nullable: true, description: '决定意见 · Remark of who decided' })
  @TextColumn(true)
  remark: string | null;

  @Field(() => CalendarDay, { description: '期间首日 · First day of the window' })
  get from(): string {
    return this.windowFrom;
  }

  @Field(() => CalendarDay, { description: '期限（末日）· Last day of the window' })
  get dueBy(): string {
    return addDays(this.windowUntil, -1);
  }
}

@InputType({ description: '豁免申请 · A request for an exemption' })
export class ExemptionInput {
  @Field(() => ID, { description: '对象：户或地区 · Who is to be exempt: a household or a region' })
  subjectId: string;

  @Field({ description: '事项代码 · Code of the line' })
  line: string;

  @Field(() => CalendarDay, {
    description: '期间首日，见应尽事项 · First day of the window, as the obligation tells it',
  })
  from: string;

  @Field({ description: '理由，2 至 500 字 · Reason, 2 to 500 characters' })
  reason: string;
}

@ArgsType()
export class ExemptionsArgs extends ConnectionArgs {
  @Field(() => Boolean, {
    nullable: true,
    description: '只要待定（true）或已决定（false）· Only those that wait, or only those decided',
  })
  awaiting?: boolean;
}
