// A meeting (会议) of a leading group, or a town's study of the work (学习研究): it counts as done once others approved its minutes.
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
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
import { MeetingKind, MeetingState } from './meeting-kind.rules';

registerEnumType(MeetingKind, {
  name: 'MeetingKind',
  description: '会议类别 · Kind of a meeting',
  valuesConfig: {
    plenary: { description: '领导小组全体会议 · Plenary meeting of all members of a leading group' },
    monthly: { description: '领导小组月度会议 · Monthly meeting of a leading group' },
    study: { description: '乡镇（街道）学习研究扶贫工作 · A town’s or street’s study of the work' },
  },
});
registerEnumType(MeetingState, {
  name: 'MeetingState',
  description: '会议状态 · State of a meeting',
  valuesConfig: {
    recorded: { description: '已登记，尚无纪要 · Recorded, without minutes' },
    drafted: { description: '纪要待批准 · Its minutes await approval' },
    returned: { description: '纪要已退回 · Its minutes were returned' },
    approved: { description: '纪要已批准，不再变动 · Its minutes are approved and do not change' },
    withdrawn: { description: '登记有误，已撤销 · Recorded by mistake and withdrawn' },
  },
});

@Directive('@key(fields: "id")')
@ObjectType({
  description:
    '会议或学习研究；纪要经另一人批准后，按召开日期计为履职（月度会议、每周学习、全体会议）；未批准、已退回、已撤销的不计 · A meeting or study. It fulfils a duty (monthly meeting, weekly study, plenary meeting) for the day on which it was held once another person approved its minutes; one that is not approved, returned or withdrawn does not count',
})
@Entity('meeting')
export class Meeting {
  @Field(() => ID, { description: '会议标识 · Id of the meeting' })
  @IdColumn()
  id: string;

  @Field(() => MeetingKind, { description: '类别 · Kind' })
  @TextColumn()
  kind: MeetingKind;

  @RefColumn(true)
  groupId: string | null;

  @RefColumn()
  regionId: string;

  @PathColumn()
  path: string;

  @Field({ description: '会议名称 · Title' })
  @TextColumn()
  title: string;

  @Field(() => CalendarDay, { description: '召开日期；履职以此日计 · Held on; the day that counts' })
  @DayColumn()
  heldOn: string;

  @RefColumn()
  recordedBy: string;

  @Field(() => Date, { description: '登记时间 · Recorded at' })
  @InstantColumn()
  recordedAt: Date;

  @Field(() => Int, { nullable: true, description: '实到人数 · People present' })
  @WholeColumn(true)
  headcount: number | null;

  @Field(() => String, {
    nullable: true,
    description: '会议纪要；批准后引用晾晒表哈希 · Minutes; once approved they cite the hashes of airing tables',
  })
  @TextColumn(true)
  minutes: string | null;

  @Field(() => String, { nullable: true, description: '纪要文号 · Number of the minutes' })
  @TextColumn(true)
  minutesNumber: string | null;

  @RefColumn(true)
  minutesBy: string | null;

  @InstantColumn(true)
  minutesAt: Date | null;

  @RefColumn(true)
  returnedBy: string | null;

  @InstantColumn(true)
  returnedAt: Date | null;

  @Field(() => String, { nullable: true, description: '退回意见 · Why the minutes were returned' })
  @TextColumn(true)
  returnRemark: string | null;

  @RefColumn(true)
  approvedBy: string | null;

  @Field(() => Date, {
    nullable: true,
    description: '批准时间；空为不计履职 · Approved at; while null it does not count',
  })
  @InstantColumn(true)
  approvedAt: Date | null;

  @Field(() => String, {
    nullable: true,
    description:
      '批准时封存的内容哈希（纪要、议程、出席、议定事项）· Hash of what was approved: minutes, agenda, attendance, resolutions',
  })
  @TextColumn(true)
  minutesHash: string | null;

  @RefColumn(true)
  withdrawnBy: string | null;

  @InstantColumn(true)
  withdrawnAt: Date | null;

  @Field(() => String, { nullable: true, description: '撤销原因 · Why it was withdrawn' })
  @TextColumn(true)
  withdrawReason: string | null;
}
