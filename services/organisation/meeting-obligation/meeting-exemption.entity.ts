// An exemption (豁免) of a region from one turn of what it owes.
import { ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import { ExemptionShape } from '#platform/graph/exemption';

@ObjectType({
  description: '地区会议、学习、走访等事项的豁免 · An exemption of a region from a meeting, study or outing',
})
@Entity('obligation_exemption')
export class MeetingExemption extends ExemptionShape {}
