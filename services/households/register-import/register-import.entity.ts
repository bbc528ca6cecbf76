// An import of the register (登记表导入): uploaded, checked as a whole, then committed as a whole by whoever may register each of its rows.
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Entity } from 'typeorm';
import {
  DayColumn,
  IdColumn,
  InstantColumn,
  PathColumn,
  RefColumn,
  TextColumn,
  WholeColumn,
} from '#platform/database/columns';
import { CalendarDay } from '#platform/graph/scalars';
import { ImportKind, ImportState } from './import-state.rules';

registerEnumType(ImportKind, {
  name: 'RegisterImportKind',
  description: '登记表种类 · Kind of a register sheet',
  valuesConfig: {
    national: { description: '全国系统导出表：新登记 · The national export, which registers anew' },
    export: { description: '本系统导出后修改的表：变更 · A sheet that this system exported, which changes' },
  },
});
registerEnumType(ImportState, {
  name: 'RegisterImportState',
  description: '导入进展 · How far an import has come',
  valuesConfig: {
    uploaded: { description: '已上传 · Uploaded' },
    checking: { description: '正在预览 · Being checked' },
    checked: { description: '已预览，可提交或改正 · Checked, to be committed or mended' },
    committing: { description: '正在写入 · Being written' },
    committed: { description: '已写入 · Written' },
    failed: { description: '未成，可重新预览 · Failed, to be checked again' },
  },
});

@ObjectType({ description: '登记表导入 · An import of the register' })
@Entity('register_import')
export class RegisterImport {
  @Field(() => ID, { description: '导入标识，即上传凭证的标识 · Id, which is that of the upload ticket' })
  @IdColumn()
  id: string;

  @RefColumn()
  regionId: string;

  @PathColumn()
  path: string;

  @RefColumn()
  personId: string;

  @Field({ description: '文件名 · Name of the file' })
  @TextColumn()
  name: string;

  @Field(() => Int, { description: '字节数 · Size in bytes' })
  @WholeColumn()
  bytes: number;

  @Field({ description: '文件散列 SHA-256 · SHA-256 of the file' })
  @TextColumn()
  sha256: string;

  @Field(() => ImportKind, {
    nullable: true,
    description: '种类；读到表头后可知 · Kind, known once the heading was read',
  })
  @TextColumn(true)
  kind: ImportKind | null;

  @Field(() => ImportState, { description: '进展 · How far it has come' })
  @TextColumn()
  state: ImportState;

  @Field(() => CalendarDay, { nullable: true, description: '建档日期 · Day of registration of its households' })
  @DayColumn(true)
  registeredOn: string | null;

  @Field(() => String, { nullable: true, description: '状态认定文号 · Document of the states that it tells' })
  @TextColumn(true)
  documentNumber: string | null;

  @Field(() => Int, { description: '已读行数（进度）· Rows read so far' })
  @WholeColumn()
  lineCount: number;

  @Field(() => Int, { description: '户数 · Households' })
  @WholeColumn()
  householdCount: number;

  @Field(() => Int, { description: '人数 · People' })
  @WholeColumn()
  memberCount: number;

  @Field(() => Int, { description: '变更的单元格数 · Cells that change' })
  @WholeColumn()
  changeCount: number;

  @Field(() => Int, { description: '与导出后的修改冲突的单元格数 · Cells that were changed since the export as well' })
  @WholeColumn()
  conflictCount: number;

  @Field(() => Int, { description: '错误数 · Errors' })
  @WholeColumn()
  flawCount: number;

  @Field(() => String, {
    nullable: true,
    description: '所预览内容的散列，提交时须附 · Hash of what was previewed, to be told at the commit',
  })
  @TextColumn(true)
  contentHash: string | null;

  @Field(() => String, { nullable: true, description: '未成的原因（拒绝代码）· Why it failed: the code of a refusal' })
  @TextColumn(true)
  failure: string | null;

  @Field(() => Date, { description: '上传时间 · When it was uploaded' })
  @InstantColumn()
  uploadedAt: Date;

  @RefColumn(true)
  committedBy: string | null;

  @RefColumn(true)
  statesToldBy: string | null;

  @Field(() => Date, { nullable: true, description: '写入时间 · When it was written' })
  @InstantColumn(true)
  committedAt: Date | null;
}
