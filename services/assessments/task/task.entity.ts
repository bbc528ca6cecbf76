// A task (任务) of a checklist or of a meeting's resolution: what a unit or a region must reach, by which standard, with which weight, by when.
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import {
  DayColumn,
  IdColumn,
  InstantColumn,
  JsonColumn,
  PathColumn,
  RefColumn,
  TextColumn,
  WholeColumn,
} from '#platform/database/columns';
import { CalendarDay } from '#platform/graph/scalars';
import type { ItemFormula } from './item-formula.rules';

@ObjectType({
  description: '考核任务（清单任务，或会议议定事项转成的任务）· A task, of a checklist or of a meeting’s resolution',
})
@Entity('task')
export class Task {
  @Field(() => ID, { description: '任务标识 · Id of the task' })
  @IdColumn()
  id: string;

  @RefColumn(true)
  checklistId: string | null;

  @RefColumn(true)
  resolutionId: string | null;

  @Field(() => Int, { description: '年度 · Year' })
  @WholeColumn()
  year: number;

  @Field({ description: '编号 · Code' })
  @TextColumn()
  code: string;

  @RefColumn(true)
  unitId: string | null;

  @RefColumn()
  regionId: string;

  @PathColumn()
  path: string;

  @Field(() => String, { nullable: true, description: '责任书中的职责 · Duty of the responsibility letter' })
  @TextColumn(true)
  duty: string | null;

  @Field({ description: '任务 · What is to be done' })
  @TextColumn()
  title: string;

  @Field({ description: '完成标准 · Standard' })
  @TextColumn()
  standard: string;

  @Field(() => Int, { description: '分值 · Weight' })
  @WholeColumn()
  weight: number;

  @Field(() => CalendarDay, { description: '完成时限 · Deadline' })
  @DayColumn()
  deadline: string;

  @Field({ description: '佐证材料 · Evidence wanted' })
  @TextColumn()
  evidenceWanted: string;

  @Field(() => String, {
    nullable: true,
    description: '出自文件何条 · The article of the document that it is taken from',
  })
  @TextColumn(true)
  article: string | null;

  @JsonColumn(true)
  formula: ItemFormula | null;

  @Field(() => CalendarDay, {
    nullable: true,
    description: '自何日起计入；空为自始 · Owed from this day, null from the beginning',
  })
  @DayColumn(true)
  heldFrom: string | null;

  @Field(() => CalendarDay, {
    nullable: true,
    description: '自何日起由新版本接替，不再应尽 · Owed no more from this day on, when a later version took over',
  })
  @DayColumn(true)
  heldTo: string | null;

  @Field(() => CalendarDay, {
    nullable: true,
    description:
      '议定之日，自该季度起应上报；清单任务为空 · Resolved on; owed from that quarter on; null for a checklist’s',
  })
  @DayColumn(true)
  beginsOn: string | null;

  @RefColumn(true)
  taskedBy: string | null;

  @Field(() => Date, { nullable: true, description: '转为任务的时间 · When it was made a task' })
  @InstantColumn(true)
  taskedAt: Date | null;
}
