// Evidence (佐证材料) as every subgraph shows it, what is told to upload one, and the ticket for the file door.
import 'reflect-metadata';
import { Directive, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { FileKind } from './file-kind';

registerEnumType(FileKind, {
  name: 'FileKind',
  description: '文件类型 · Kind of a file',
  valuesConfig: {
    jpeg: { description: '照片 JPEG · A JPEG picture' },
    png: { description: '图片 PNG · A PNG picture' },
    pdf: { description: 'PDF 文件 · A PDF document' },
    docx: { description: 'Word 文档（不含宏）· A Word document without macros' },
    xlsx: { description: 'Excel 工作簿（不含宏）· An Excel workbook without macros' },
  },
});

@Directive('@shareable')
@ObjectType({ description: '佐证材料 · A piece of evidence, which is never changed' })
export class Evidence {
  @Field(() => ID, { description: '材料标识，凭此申请下载 · Id, by which its download is asked for' })
  id: string;

  @Field({ description: '文件名 · Name of the file' })
  name: string;

  @Field(() => FileKind, { description: '类型 · Kind' })
  kind: FileKind;

  @Field(() => Int, { description: '字节数 · Size in bytes' })
  bytes: number;

  @Field({ description: '内容散列 SHA-256 · SHA-256 of the content' })
  sha256: string;

  @Field(() => Date, { description: '附上时间 · When it was attached' })
  attachedAt: Date;
}

@Directive('@shareable')
@ObjectType({ description: '一次性文件凭证 · A ticket for one upload or download' })
export class FileTicket {
  @Field(() => ID, {
    description: '凭证标识；上传的材料即以此为标识 · Id of the ticket, and of the evidence that is uploaded with it',
  })
  id: string;

  @Field({ description: '请求方法 · HTTP method' })
  method: string;

  @Field({ description: '地址（网关之下），只能用一次 · Where, below the gateway, to be used once' })
  url: string;

  @Field(() => Date, { description: '失效时间 · Not valid any more at' })
  expiresAt: Date;
}

@InputType({ description: '拟上传的文件 · A file that is to be uploaded' })
export class UploadInput {
  @Field({ description: '文件名 · Name of the file' })
  name: string;

  @Field(() => FileKind, { description: '类型，须与内容相符 · Kind, which the content must have' })
  kind: FileKind;

  @Field(() => Int, { description: '字节数 · Size in bytes' })
  bytes: number;
}
