// What households is opened with: the keys under which personal data (个人信息) is sealed and looked up.
import { z } from 'zod';
import { PersonalData } from '#platform/database/personal-data';
import type { Context } from '#platform/graph/context';
import { type FileTools, openFileDesk } from '#platform/graph/files/file-desk';
import { createLog } from '#platform/process/log';
import { jsonOf, key32, readSettings, secretSetting } from '#platform/process/settings';
import type { RegisterSheets } from './register-import/sheet-batch.rules';
import { type RowSeal, rowSeal } from './register-row-seal';
import { registerSheets } from './register-sheets';

export interface HouseholdsTools extends FileTools {
  personalData: PersonalData;
  sheets: RegisterSheets;
  rowSeal: RowSeal;
}

export type HouseholdsContext = Context<HouseholdsTools>;

const schema = z.object({
  PERSONAL_DATA_KEYS: secretSetting(
    jsonOf(z.record(z.string().regex(/^[1-9]\d{0,2}$/), key32())),
    '个人信息密钥 JSON，版本 -> 32 字节 base64 · keys of personal data, version -> 32 bytes in base64',
  ),
  BLIND_INDEX_KEY: secretSetting(key32(), '盲索引密钥 · key of the blind index'),
});

export function householdsTools(env: NodeJS.ProcessEnv): HouseholdsTools {
  const { PERSONAL_DATA_KEYS: keys, BLIND_INDEX_KEY: blindIndexKey } = readSettings(schema, env);
  return {
    files: openFileDesk(env, 'households'),
    personalData: new PersonalData({ keys, blindIndexKey }),
    sheets: registerSheets({ keys, blindIndexKey }, createLog('households', { level: env.LOG_LEVEL ?? 'info' })),
    rowSeal: rowSeal(blindIndexKey),
  };
}
