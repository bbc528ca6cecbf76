// One error of a register sheet (表中错误) as a clerk reads it: cell, column and what is wrong, never what stood there.
import { Field, Int, ObjectType } from 'type-graphql';
import { Classified } from '#platform/graph/classified';

@ObjectType('RegisterImportFlaw', { description: '登记表中的一处错误 · One error of a register sheet' })
export class ImportFlaw {
  ordinal: number;

  @Field(() => Int, { description: '行号 · Row' })
  line: number;

  @Field({ description: '单元格，如 H7；整行有误时为行号 · Cell, such as H7; the row where all of it is wrong' })
  cell: string;

  @Field({ description: '列名 · Title of the column' })
  title: string;

  @Field({ description: '错误代码 · Code of the error' })
  code: string;

  @Field({ description: '说明 · What is wrong' })
  message: string;
}

@ObjectType('RegisterImportDifference', {
  description:
    '回传表的一处差异：导出时、现在、所上传 · One difference of a sheet that came back: exported, current, uploaded',
})
export class ImportDifference {
  ordinal: number;

  @Field(() => Int, { description: '行号 · Row' })
  line: number;

  @Field({ description: '单元格 · Cell' })
  cell: string;

  @Field({ description: '列名 · Title of the column' })
  title: string;

  householdId: string;

  @Field({
    description:
      '判断：change 将写入，conflict 导出后系统中也改过，done 已是此值，forbidden 您无权修改 · change will be written, conflict was changed here since, done stands already, forbidden is not yours to change',
  })
  verdict: string;

  @Field(() => String, { nullable: true, description: '导出时 · As exported' })
  @Classified('personal')
  exported: string | null;

  @Field(() => String, { nullable: true, description: '现在 · As it is now' })
  @Classified('personal')
  current: string | null;

  @Field(() => String, { nullable: true, description: '所上传 · As uploaded' })
  @Classified('personal')
  uploaded: string | null;
}
