// Visits owed (应走访): one household in one window, and all of a region, or of a helper, that fall due in a period.
import { Field, ObjectType } from 'type-graphql';
import { ObligationShape } from '#platform/graph/obligation-shape';

@ObjectType({ description: '应走访的一户一期 · A visit that is owed to one household in one turn' })
export class VisitObligation extends ObligationShape {
  /** who helps on the last day of the window, or today while it runs */
  helperId: string | null;
}

@ObjectType({ description: '一期间内的应走访事项 · Visits owed that fall due in a period' })
export class VisitObligations {
  /** of a region wholly in scope, or of all that a helper is paired with */
  range: { regionId: string; lo: string; hi: string };

  @Field({ description: '期间，如 2018、2018Q2、2018-05 · Period, such as 2018, 2018Q2 or 2018-05' })
  period: string;
}
