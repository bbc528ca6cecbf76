// The score of a letter on the graph, and what other subgraphs are told of letters.
import { Arg, Ctx, Directive, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { Classified } from '#platform/graph/classified';
import type { Context } from '#platform/graph/context';
import type { OrganisationTools } from '../sign-in/tools.rules';
import { LetterBinding } from './letter-binding.entity';
import { LetterScore } from './letter-score.entity';
import { scoreOfLetter } from './letter-score.loader';
import { listLetterBindings } from './list-letter-bindings';
import { ResponsibilityLetter } from './responsibility-letter.entity';

@Resolver(() => ResponsibilityLetter)
export class LetterScoreResolver {
  @FieldResolver(() => LetterScore, {
    nullable: true,
    description:
      '截至今日的得分，由三个服务的应尽事项算出 · The score as of today, computed from the obligations of three services',
  })
  score(@Root() letter: ResponsibilityLetter, @Ctx() context: Context<OrganisationTools>) {
    return scoreOfLetter(context, letter);
  }

  @Directive('@inaccessible')
  @Classified('service')
  @Query(() => [LetterBinding], {
    nullable: true,
    description: '范围内责任书的约束（仅供资金服务）· What letters bind in the range, for the funds service alone',
  })
  letterBindings(@Arg('years', () => [Int], { description: '年度 · Years' }) years: number[], @Ctx() context: Context) {
    return listLetterBindings(context, years);
  }
}
