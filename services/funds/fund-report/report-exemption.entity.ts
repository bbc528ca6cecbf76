// An exemption (豁免) of a region from the fund report of one month.
import { ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import { ExemptionShape } from '#platform/graph/exemption';

@ObjectType({ description: '资金月报豁免 · An exemption from a fund report' })
@Entity('obligation_exemption')
export class ReportExemption extends ExemptionShape {}
