// What the file door of any subgraph may refuse.
import { refusal } from './refusal';

export const fileRefusals = {
  fileTooLarge: refusal('FILE_TOO_LARGE', '文件超过上限 {allowed} 字节', 'The file is larger than {allowed} bytes'),
  fileKindRefused: refusal(
    'FILE_KIND_REFUSED',
    '只收 jpeg、png、pdf、docx、xlsx，且内容须与所报类型 {kind} 相符',
    'Only jpeg, png, pdf, docx and xlsx are taken, and the content must be the {kind} that was announced',
  ),
  evidenceTooMany: refusal(
    'EVIDENCE_TOO_MANY',
    '每项至多 {allowed} 份佐证材料',
    'At most {allowed} pieces of evidence go with one thing',
  ),
} as const;
