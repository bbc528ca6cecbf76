// What funds is opened with: the desk of its files, the files of banks, the thread that simulates policies, and the keys under which personal data is sealed and looked up.
import { z } from 'zod';
import { PersonalData } from '#platform/database/personal-data';
import type { Context } from '#platform/graph/context';
import { type FileTools, openFileDesk } from '#platform/graph/files/file-desk';
import type { PackDesk } from '#platform/graph/pack/pack-desk';
import { createLog } from '#platform/process/log';
import { readData } from '#platform/process/read-data';
import { jsonOf, key32, readSettings, secretSetting } from '#platform/process/settings';
import { bankFiles } from './bank-files';
import type { CatalogueRows } from './catalogue/catalogue-sheet.rules';
import { catalogueRows } from './catalogue-rows';
import { fundsPacks } from './funds-packs';
import type { BankFiles } from './one-card/bank-file.rules';
import { type BankProfile, parseBankProfile } from './one-card/bank-profile.rules';
import { policySimulator } from './policy-simulator';
import {
  parseStatementProfile,
  type StatementFiles,
  type StatementProfile,
} from './reconciliation/statement-profile.rules';
import type { PolicySimulator } from './simulation/simulation-job.rules';
import { statementFiles } from './statement-files';

export interface FundsTools extends FileTools {
  personalData: PersonalData;
  bankFiles: BankFiles;
  bankProfiles: readonly BankProfile[];
  simulator: PolicySimulator;
  statementFiles: StatementFiles;
  statementProfiles: readonly StatementProfile[];
  catalogueRows: CatalogueRows;
  /** for what drafts packs of its own, as an imported catalogue does */
  packDesk: PackDesk;
}

export type FundsContext = Context<FundsTools>;

const schema = z.object({
  PERSONAL_DATA_KEYS: secretSetting(
    jsonOf(z.record(z.string().regex(/^[1-9]\d{0,2}$/), key32())),
    '个人信息密钥 JSON（版本号到密钥）· keys of personal data as JSON, by version',
  ),
  BLIND_INDEX_KEY: secretSetting(key32(), '盲索引密钥 · key of the blind index'),
});

export function fundsTools(env: NodeJS.ProcessEnv): FundsTools {
  const { PERSONAL_DATA_KEYS, BLIND_INDEX_KEY } = readSettings(schema, env);
  return {
    files: openFileDesk(env, 'funds'),
    personalData: new PersonalData({ keys: PERSONAL_DATA_KEYS, blindIndexKey: BLIND_INDEX_KEY }),
    bankFiles,
    statementFiles,
    statementProfiles: readData('statement-profiles', parseStatementProfile),
    catalogueRows,
    packDesk: fundsPacks.desk,
    bankProfiles: readData('bank-profiles', parseBankProfile),
    simulator: policySimulator(createLog('funds', { level: env.LOG_LEVEL ?? 'info' })),
  };
}
