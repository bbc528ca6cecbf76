// An exemption (豁免) of somebody stationed in a village from one duty in one window, such as in a month of illness.
import { ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import { ExemptionShape } from '#platform/graph/exemption';

@ObjectType({ description: '驻村事项豁免 · An exemption of somebody stationed in a village' })
@Entity('station_exemption')
export class StationExemption extends ExemptionShape {}
