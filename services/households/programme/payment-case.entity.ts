// A case to be paid (拨付事项), as funds may learn of it: whether it stands, on what document, and of which grade.
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Classified } from '#platform/graph/classified';
import { CalendarDay } from '#platform/graph/scalars';

@Directive('@inaccessible')
@ObjectType({ description: '专项事项的发放依据（仅供资金服务）· What pays a case, for the funds service alone' })
export class PaymentCase {
  @Field(() => ID, { description: '事项标识 · Id of the case' })
  id: string;

  @Field({ description: '专项（代码）· Programme, a code' })
  programme: string;

  @Field(() => ID, { description: '贫困户 · The household' })
  householdId: string;

  @Field(() => ID, { nullable: true, description: '成员 · The member' })
  memberId: string | null;

  @Field({ description: '状态（代码）· State, a code' })
  state: string;

  @Field({ description: '各项条件均成立 · All conditions hold' })
  eligible: boolean;

  @Field({ description: '已按文批准，可予发放 · Approved on a document, so that money may be paid' })
  payable: boolean;

  @Field(() => String, { nullable: true, description: '决定文号 · Number of the decision' })
  documentNumber: string | null;

  @Field(() => String, { nullable: true, description: '危房等级 · Grade of the house' })
  @Classified('personal')
  grade: string | null;

  @Field(() => CalendarDay, { nullable: true, description: '验收日期 · Accepted on' })
  acceptedOn: string | null;
}
