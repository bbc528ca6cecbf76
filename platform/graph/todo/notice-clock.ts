// The clock of reminders (提醒、催办时限): how many days before the day somebody is reminded, and after it who above hears of it; data, and assumed.
import { z } from 'zod';
import type { PackKind } from '../../vocabulary/pack';
import { bilingual, packHead } from '../../vocabulary/pack-shape';

const days = z.int().min(0).max(366);

const schema = z
  .strictObject({
    ...packHead,
    assumed: z.array(bilingual).min(1),
    remindDays: z.strictObject({ any: days, byKind: z.record(z.string(), days) }),
    escalateAfterDays: z.strictObject({ superior: days, director: days }),
    urgeEveryDays: days,
  })
  .refine(({ escalateAfterDays: { superior, director } }) => superior <= director, {
    path: ['escalateAfterDays'],
    message: '先上级后主任 · the superior hears of it no later than the director',
  });
export type NoticeClock = z.infer<typeof schema>;

export const noticeClockKind: PackKind<NoticeClock> = {
  subgraph: 'organisation',
  kind: 'notice-clock',
  title: { zh: '提醒催办时限', en: 'clock of reminders' },
  schema,
  startsOn: 'day',
};
