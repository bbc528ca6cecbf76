// What the graph answers about the medical insurance of a member by year.
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Classified } from '#platform/graph/classified';
import { Member } from '../member/member.entity';
import type { HouseholdsContext } from '../tools';
import { InsuredYear } from './insured-year.entity';
import { listInsuredYears } from './list-insured-years';

@Resolver(() => Member)
export class InsuredYearResolver {
  @Classified('personal')
  @FieldResolver(() => [InsuredYear], {
    nullable: true,
    description: '分年度参保状态与来源，近者在前 · Medical insurance by year with its source, newest first',
  })
  insuredYears(@Root() member: Member, @Ctx() context: HouseholdsContext) {
    return listInsuredYears(context, member);
  }
}
