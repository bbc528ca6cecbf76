// One thing that waits (待办事项), and how many of a kind do: of one shape in every subgraph.
import { ArgsType, Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { ConnectionArgs, connectionOf } from '../connection';
import { CalendarDay } from '../scalars';

@Directive('@shareable')
@ObjectType({
  description: '待办事项：由规则得出，不另存 · Something that waits for the caller: derived by rule, stored nowhere',
})
export class TodoItem {
  @Field({ description: '类别代码 · Code of the kind, such as approve-minutes' })
  kind: string;

  @Field({ description: '办理什么 · What is to be done' })
  title: string;

  @Field({ description: '由哪一操作办理 · The mutation that does it' })
  verb: string;

  @Field({ description: '对象的类型 · Type of what it is about' })
  subject: string;

  @Field(() => ID, { description: '对象标识 · Id of what it is about' })
  subjectId: string;

  @Field(() => ID, { nullable: true, description: '地区标识 · Id of the region' })
  regionId: string | null;

  @Field(() => String, { nullable: true, description: '对象的名称、编号 · Its title or number' })
  about: string | null;

  @Field(() => Date, { nullable: true, description: '自何时待办 · Waits since' })
  since: Date | null;

  @Field(() => CalendarDay, { nullable: true, description: '应于何日前办结 · Due on' })
  dueOn: string | null;

  @Field({ description: '已逾期 · Overdue' })
  overdue: boolean;

  @Field({ description: '临近到期，应提醒 · Falls due soon: to be reminded of' })
  dueSoon: boolean;
}

@Directive('@shareable')
@ObjectType({ description: '某类待办的数目（每日摘要）· How many of a kind wait: the digest of a day' })
export class TodoCount {
  @Field({ description: '类别代码 · Code of the kind' })
  kind: string;

  @Field({ description: '办理什么 · What is to be done' })
  title: string;

  @Field(() => Int, { description: '待办数 · How many wait' })
  waiting: number;

  @Field(() => Int, { description: '其中临近到期 · Of these fall due soon' })
  dueSoon: number;

  @Field(() => Int, { description: '其中逾期 · Of these are overdue' })
  overdue: number;
}

@ArgsType()
export class TodoArgs extends ConnectionArgs {
  @Field(() => Boolean, {
    nullable: true,
    description: '只要已逾期或临近到期的 · Only what is overdue or falls due soon',
  })
  pressing?: boolean | null;
}

export const TodoItemConnection = connectionOf(TodoItem, 'TodoItem', '待办事项', 'things that wait', true);
