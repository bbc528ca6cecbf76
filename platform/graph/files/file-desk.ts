// The file desk (文件服务) of a subgraph: its seal of tickets, its store, and how large a file may be; read from the environment once.
import { isAbsolute, join } from 'node:path';
import { z } from 'zod';
import { TicketSeal } from '../../access/file-ticket';
import { projectRoot } from '../../process/project-root';
import { pem, readSettings, secretSetting, setting, wholeNumber } from '../../process/settings';
import { FileStore } from './file-store';

export interface FileDesk {
  tickets: TicketSeal;
  store: FileStore;
  limitBytes: number;
}

/** What a subgraph with files is opened with. */
export interface FileTools {
  files: FileDesk;
}

export const fileLimit = () =>
  setting(
    wholeNumber(1024, 100 * 1024 * 1024).default(10 * 1024 * 1024),
    '单个文件上限（字节）· largest file in bytes',
  );

const schema = z.object({
  SERVICE_PRIVATE_KEY: secretSetting(pem(), '本服务私钥 · private key of this service'),
  FILES_DIR: setting(z.string().min(1).default('var/files'), '佐证材料目录 · folder of evidence files'),
  FILE_LIMIT_BYTES: fileLimit(),
});

export function openFileDesk(env: NodeJS.ProcessEnv, subgraph: string): FileDesk {
  const { SERVICE_PRIVATE_KEY, FILES_DIR, FILE_LIMIT_BYTES } = readSettings(schema, env);
  const folder = isAbsolute(FILES_DIR) ? FILES_DIR : join(projectRoot, FILES_DIR);
  return {
    tickets: new TicketSeal(SERVICE_PRIVATE_KEY),
    store: new FileStore(join(folder, subgraph)),
    limitBytes: FILE_LIMIT_BYTES,
  };
}
