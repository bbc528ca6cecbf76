// Fund reports owed (应报月报): one region and month, and all that fall due in a period.
import { Field, ObjectType } from 'type-graphql';
import { ObligationShape } from '#platform/graph/obligation-shape';

@ObjectType({ description: '应报的一期资金月报 · One fund report that a region owes' })
export class ReportObligation extends ObligationShape {
  path: string;
}

@ObjectType({ description: '一期间内应报的资金月报 · Fund reports that fall due in a period' })
export class ReportObligations {
  /** of a region wholly in scope */
  range: { lo: string; hi: string };

  @Field({ description: '期间，如 2018、2018Q2、2018-05 · Period, such as 2018, 2018Q2 or 2018-05' })
  period: string;
}
