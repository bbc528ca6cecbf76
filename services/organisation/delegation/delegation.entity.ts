// A delegation (职务代理): one person acts under the appointment of another until a day; the rights stay those of the appointment.
import { Field, ID, ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import { DayColumn, IdColumn, InstantColumn, RefColumn, TextColumn } from '#platform/database/columns';
import { CalendarDay } from '#platform/graph/scalars';

@ObjectType({
  description:
    '职务代理：他人在一段时间内以某任职名义办理 · A delegation: another acts under an appointment for a while',
})
@Entity('delegation')
export class Delegation {
  @Field(() => ID, { description: '代理标识 · Id of the delegation' })
  @IdColumn()
  id: string;

  @RefColumn()
  appointmentId: string;

  @RefColumn()
  delegatorId: string;

  @RefColumn()
  delegateId: string;

  @Field(() => CalendarDay, { description: '自何日起 · Holds from this day' })
  @DayColumn()
  validFrom: string;

  @Field(() => CalendarDay, { description: '至何日止（不含）· Holds until this day, exclusive' })
  @DayColumn()
  validTo: string;

  @Field({ description: '代理原因 · Why it was given' })
  @TextColumn()
  reason: string;

  @Field({ description: '所依规则包的哈希 · Hash of the rule pack that allowed it' })
  @TextColumn()
  packHash: string;

  @Field(() => Date, { description: '委托时间 · When it was given' })
  @InstantColumn()
  givenAt: Date;

  @Field(() => Date, { nullable: true, description: '撤销时间 · When it was revoked' })
  @InstantColumn(true)
  revokedAt: Date | null;

  @RefColumn(true)
  revokedBy: string | null;

  @Field(() => String, { nullable: true, description: '撤销原因 · Why it was revoked' })
  @TextColumn(true)
  revokeReason: string | null;
}
