// How an import is checked and committed, and how its errors are paged.
import { ArgsType, Field, ID, registerEnumType } from 'type-graphql';
import { ConnectionArgs } from '#platform/graph/connection';
import { CalendarDay } from '#platform/graph/scalars';

export enum ConflictSide {
  current = 'current',
  uploaded = 'uploaded',
}
registerEnumType(ConflictSide, {
  name: 'ConflictSide',
  description: '冲突时保留哪一方 · Which side holds where both have changed',
  valuesConfig: {
    current: { description: '保留系统现值 · What stands here now' },
    uploaded: { description: '采用所上传的值 · What was uploaded' },
  },
});

@ArgsType()
export class CheckImportArgs {
  @Field(() => ID, { description: '导入标识 · Id of the import' })
  id: string;

  @Field(() => CalendarDay, {
    nullable: true,
    description:
      '建档日期（回传表为变更自何日起），默认今日 · Day of registration, or since when the changes of a sheet that came back hold; today unless told',
  })
  registeredOn?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      '文号：状态认定的（表中有脱贫属性时须填）或变更的 · Document of the states, needed where the sheet tells any, or of the changes',
  })
  documentNumber?: string | null;
}

@ArgsType()
export class CommitImportArgs {
  @Field(() => ID, { description: '导入标识 · Id of the import' })
  id: string;

  @Field({ description: '预览所得散列 · The hash that the preview told' })
  contentHash: string;

  @Field(() => ConflictSide, {
    nullable: true,
    description: '冲突时保留哪一方 · Which side holds where both have changed',
  })
  onConflict?: ConflictSide | null;

  @Field({ description: '幂等键 · Idempotency key' })
  idempotencyKey: string;
}

@ArgsType()
export class RegisterImportsArgs extends ConnectionArgs {}
