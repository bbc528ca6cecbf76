// An open matter (未办结事项) of a household: what a new helper must know of, because somebody began it or owes it.
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { CalendarDay } from '#platform/graph/scalars';

export enum OpenMatterKind {
  visitOwed = 'visit-owed',
  exemptionAsked = 'exemption-asked',
  measureOpen = 'measure-open',
  planOpen = 'plan-open',
}

registerEnumType(OpenMatterKind, {
  name: 'OpenMatterKind',
  description: '未办结事项类别 · Kind of an open matter',
  valuesConfig: {
    visitOwed: { description: '应走访未走访 · A visit that is owed' },
    exemptionAsked: { description: '走访豁免待决定 · An exemption that awaits its decision' },
    measureOpen: { description: '帮扶措施未完成 · A measure that is not carried out yet' },
    planOpen: { description: '帮扶计划待审核或被退回 · A help plan that awaits its review or was returned' },
  },
});

@ObjectType({ description: '某户的未办结事项 · An open matter of a household' })
export class OpenMatter {
  @Field(() => OpenMatterKind, { description: '类别 · Kind' })
  kind: OpenMatterKind;

  @Field({ description: '事项 · What it is' })
  title: string;

  @Field(() => ID, { nullable: true, description: '所涉对象标识 · Id of what it is about' })
  subjectId: string | null;

  @Field(() => CalendarDay, { nullable: true, description: '应于何日前办结 · Due on' })
  dueOn: string | null;
}
