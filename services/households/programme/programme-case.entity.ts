// A case of a programme (专项事项): a household or one of its members on the way through dibao, house renovation, hardship help or a love package.
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import {
  DayColumn,
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
import { CalendarDay } from '#platform/graph/scalars';
import type { FactValue } from '../eligibility/condition.rules';

@ObjectType({
  description: '专项事项：一户或一人在某专项中的办理 · A case of a programme: a household or a person on its way',
})
@Entity('programme_case')
export class ProgrammeCase {
  @Field(() => ID, { description: '事项标识 · Id of the case' })
  @IdColumn()
  id: string;

  @Field({ description: '事项编号 · Number of the case' })
  @TextColumn()
  number: string;

  @Field({ description: '专项（代码）· Programme, a code' })
  @TextColumn()
  programme: string;

  @RefColumn()
  householdId: string;

  @RefColumn(true)
  memberId: string | null;

  @RefColumn(true)
  batchId: string | null;

  @RefColumn()
  regionId: string;

  @PathColumn()
  path: string;

  @TextColumn()
  packName: string;

  @Field({ description: '所依规则包的哈希 · Hash of the pack by which it goes' })
  @TextColumn()
  packHash: string;

  @JsonColumn()
  facts: Record<string, FactValue>;

  @Field({ description: '状态（代码）· State, a code' })
  @TextColumn()
  state: string;

  @Field(() => Int, { description: '已办环节数 · How many steps were taken' })
  @WholeColumn()
  steps: number;

  @Field({ description: '占用该专项名额，不得另开 · Holds a place in the programme, so that no second one is opened' })
  @FlagColumn()
  holds: boolean;

  @Field({ description: '可予发放 · Money may be paid to it' })
  @FlagColumn()
  payable: boolean;

  @RefColumn(true)
  makerId: string | null;

  @RefColumn(true)
  checkerId: string | null;

  @Field(() => String, { nullable: true, description: '最近的决定文号 · Number of the last decision' })
  @TextColumn(true)
  documentNumber: string | null;

  @RefColumn()
  openedBy: string;

  @Field(() => Date, { description: '开立时刻 · When it was opened' })
  @InstantColumn()
  openedAt: Date;

  @TextsColumn()
  waitingPosts: string[];

  @FlagColumn()
  waitingCheck: boolean;

  @Field(() => Date, { description: '进入现状态的时刻 · In this state since' })
  @InstantColumn()
  since: Date;

  @Field(() => CalendarDay, { nullable: true, description: '下一环节应于何日前办理 · The next step is due on' })
  @DayColumn(true)
  dueOn: string | null;
}
