// An exemption (豁免) from visiting one household in one window.
import { ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import { ExemptionShape } from '#platform/graph/exemption';

@ObjectType({ description: '走访豁免 · An exemption from a visit that is owed' })
@Entity('obligation_exemption')
export class VisitExemption extends ExemptionShape {}
