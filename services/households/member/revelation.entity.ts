// What a reveal (查看明文) shows once: the numbers of one person and the household, in the plain.
import { Field, ObjectType } from 'type-graphql';
import { Classified } from '#platform/graph/classified';

@ObjectType({ description: '明文信息（每次查看均留痕）· Numbers in the plain; each look is logged' })
export class Revelation {
  @Field(() => String, { nullable: true, description: '姓名 · Name' })
  @Classified('personal')
  name: string;

  @Field(() => String, { nullable: true, description: '身份证号 · Identity number' })
  @Classified('personal')
  idNumber: string;

  @Field(() => String, { nullable: true, description: '联系电话 · Phone' })
  @Classified('personal')
  phone: string | null;

  @Field(() => String, { nullable: true, description: '开户银行 · Bank' })
  @Classified('personal')
  bankName: string | null;

  @Field(() => String, { nullable: true, description: '银行卡号 · Bank card' })
  @Classified('personal')
  bankCard: string | null;
}
