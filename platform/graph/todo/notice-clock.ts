// The clock of reminders (提醒、催办时限): how many days before the day somebody is reminded, and after it who above hears of it; data, and assumed.
import { z } from 'zod';
import { readData } from '../../process/read-data';

const bilingual = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
const days = z.int().min(0).max(366);

const schema = z
  .strictObject({
    name: z.string().min(1),
    title: bilingual,
    effectiveFrom: z.iso.date(),
    /** the first day on which it no longer holds */
    effectiveTo: z.iso.date().nullable(),
    source: z.array(z.strictObject({ key: z.string().min(1), title: bilingual, address: z.url() })),
    assumed: z.array(bilingual).min(1),
    remindDays: z.strictObject({ any: days, byKind: z.record(z.string(), days) }),
    escalateAfterDays: z.strictObject({ superior: days, director: days }),
    urgeEveryDays: days,
  })
  .refine(({ escalateAfterDays: { superior, director } }) => superior <= director, {
    message: '先上级后主任 · the superior hears of it no later than the director',
  });
export type NoticeClock = z.infer<typeof schema>;

export const parseNoticeClock = (json: unknown): NoticeClock => schema.parse(json);

let clocks: NoticeClock[] | undefined;

/** All that ship: one without which nothing waits ships from the first day on. */
export function noticeClocks(): readonly NoticeClock[] {
  clocks ??= readData('notice-clocks', parseNoticeClock);
  return clocks;
}
