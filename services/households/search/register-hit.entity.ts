// One find in the register (搜索命中): a household, and the member by whom it was found.
import { Field, ID, ObjectType } from 'type-graphql';

@ObjectType({ description: '搜索命中 · A find in the register' })
export class RegisterHit {
  /** the household's, or the member's */
  @Field(() => ID, {
    description: '命中标识：成员或户的标识 · Id of what was found: of the member, or of the household',
  })
  id: string;

  @Field({
    description:
      '按何查到：name、initials、id-tail、id-number、household-number · By which key: name, initials, id-tail, id-number or household-number',
  })
  by: string;

  path: string;
  householdId: string;
  memberId: string | null;
}
