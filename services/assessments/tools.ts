// What assessments is opened with: the desk of its evidence files, the keys of who told a report; its rule packs are rows.
import { z } from 'zod';
import { PersonalData } from '#platform/database/personal-data';
import type { Context } from '#platform/graph/context';
import { type FileTools, openFileDesk } from '#platform/graph/files/file-desk';
import { type OutgoingPorts, openPorts } from '#platform/outgoing/open-ports';
import { jsonOf, key32, readSettings, secretSetting, setting, wholeNumber } from '#platform/process/settings';

export interface AssessmentsTools extends FileTools {
  personalData: PersonalData;
  /** by which notices leave the house; none unless configured */
  outgoing: OutgoingPorts;
  deliveryPauseMs: number;
}

const schema = z.object({
  PERSONAL_DATA_KEYS: secretSetting(
    jsonOf(z.record(z.string().regex(/^[1-9]\d{0,2}$/), key32())),
    '个人信息密钥 JSON（版本号到密钥）· keys of personal data as JSON, by version',
  ),
  DELIVERY_PAUSE_MS: setting(
    wholeNumber(50, 60_000).default(5000),
    '两轮送达之间的间隔毫秒 · milliseconds between two rounds of deliveries',
  ),
  BLIND_INDEX_KEY: secretSetting(key32(), '盲索引密钥 · key of the blind index'),
});

export type AssessmentsContext = Context<AssessmentsTools>;

export function assessmentsTools(env: NodeJS.ProcessEnv): AssessmentsTools {
  const { PERSONAL_DATA_KEYS, BLIND_INDEX_KEY, DELIVERY_PAUSE_MS } = readSettings(schema, env);
  return {
    files: openFileDesk(env, 'assessments'),
    personalData: new PersonalData({ keys: PERSONAL_DATA_KEYS, blindIndexKey: BLIND_INDEX_KEY }),
    outgoing: openPorts(env),
    deliveryPauseMs: DELIVERY_PAUSE_MS,
  };
}
