// What is asked of a file before a ticket for it is issued (上传文件核对): a name, something in it, and not too much.
import { fileRefusals } from '../../vocabulary/file-refusals';
import { invalidInput } from '../../vocabulary/refusal';
import type { FileTools } from './file-desk';

const LONGEST_NAME = 120;

/** `bytes`: as told; the door counts them again. */
export function checkUpload(
  { limitBytes }: Pick<FileTools['files'], 'limitBytes'>,
  { name, bytes }: { name: string; bytes: number },
  longestName = LONGEST_NAME,
): void {
  if (!name.trim() || name.length > longestName || /[\\/\p{Cc}]/u.test(name))
    throw invalidInput('name', `文件名为 1 至 ${longestName} 字`, `a name has 1 to ${longestName} characters`);
  if (bytes < 1) throw invalidInput('bytes', '文件不能为空', 'the file is not empty');
  if (bytes > limitBytes) throw fileRefusals.fileTooLarge({ allowed: limitBytes });
}
