// A year of the three-year layout (工作布局), and the stage that it is.
import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: '三年工作布局中的一年 · A year of the three-year layout' })
export class LayoutYear {
  @Field(() => Int, { description: '年度 · Year' })
  year: number;

  @Field({ description: '阶段代码 · Code of the stage' })
  code: string;

  @Field({ description: '阶段（中文）· The stage in Chinese' })
  zh: string;

  @Field({ description: '阶段（英文）· The stage in English' })
  en: string;

  @Field({ description: '出处 · Where it was found' })
  source: string;
}
