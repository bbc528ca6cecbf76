// What the national form asks of a member beside the core; what is left out is not told.
import { Field, InputType, Int } from 'type-graphql';

@InputType({ description: '成员登记表其余栏目 · What the form asks of a member beside the core' })
export abstract class FurtherFactsInput {
  @Field(() => String, { nullable: true, description: '在校生状况（代码） · Schooling, a code' })
  schooling?: string | null;

  @Field(() => String, {
    nullable: true,
    description: '务工状况（代码） · Where the member works away from the farm, a code',
  })
  workPlace?: string | null;

  @Field(() => Int, { nullable: true, description: '务工时间（月） · Months of work away in the year' })
  workMonths?: number | null;

  @Field(() => Boolean, { nullable: true, description: '享受低保 · Receives dibao' })
  dibao?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: '参加大病医疗 · Insured against critical illness' })
  criticalIllnessInsured?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: '参加城乡居民养老保险 · Insured in the resident pension' })
  pensionInsured?: boolean | null;

  @Field(() => String, { nullable: true, description: '残疾类别（代码） · Kind of disability, a code' })
  disabilityKind?: string | null;

  @Field(() => Int, { nullable: true, description: '残疾等级（1 至 4） · Grade of disability, 1 to 4' })
  disabilityGrade?: number | null;
}
