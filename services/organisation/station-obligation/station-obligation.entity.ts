// What people stationed in villages owe (驻村应尽事项): days on site and other duties of a month, one by one and of a region in a period.
import { Field, ObjectType } from 'type-graphql';
import { ObligationShape } from '#platform/graph/obligation-shape';

@ObjectType({ description: '驻村人员应尽的一项 · One duty of somebody stationed in a village' })
export class StationObligation extends ObligationShape {
  path: string;
}

@ObjectType({ description: '一期间内驻村人员的应尽事项 · What people stationed in villages owe in a period' })
export class StationObligations {
  /** of a region wholly in scope */
  range: { lo: string; hi: string };

  @Field({ description: '期间，如 2018、2018Q2、2018-05 · Period, such as 2018, 2018Q2 or 2018-05' })
  period: string;
}
