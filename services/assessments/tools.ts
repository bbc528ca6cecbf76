// What assessments is opened with: the desk of its evidence files, the keys of who told a report, the work calendar; its rule packs are rows.
import { z } from 'zod';
import { PersonalData } from '#platform/database/personal-data';
import type { Context } from '#platform/graph/context';
import { type FileTools, openFileDesk } from '#platform/graph/files/file-desk';
import { parseHolidayNotice, WorkCalendar } from '#platform/obligation/work-calendar';
import { readData } from '#platform/process/read-data';
import { jsonOf, key32, readSettings, secretSetting } from '#platform/process/settings';

export interface AssessmentsTools extends FileTools {
  personalData: PersonalData;
  workdays: WorkCalendar;
}

const schema = z.object({
  PERSONAL_DATA_KEYS: secretSetting(
    jsonOf(z.record(z.string().regex(/^[1-9]\d{0,2}$/), key32())),
    '个人信息密钥 JSON（版本号到密钥）· keys of personal data as JSON, by version',
  ),
  BLIND_INDEX_KEY: secretSetting(key32(), '盲索引密钥 · key of the blind index'),
});

export type AssessmentsContext = Context<AssessmentsTools>;

export function assessmentsTools(env: NodeJS.ProcessEnv): AssessmentsTools {
  const { PERSONAL_DATA_KEYS, BLIND_INDEX_KEY } = readSettings(schema, env);
  return {
    files: openFileDesk(env, 'assessments'),
    personalData: new PersonalData({ keys: PERSONAL_DATA_KEYS, blindIndexKey: BLIND_INDEX_KEY }),
    workdays: new WorkCalendar(readData('calendars', parseHolidayNotice)),
  };
}
