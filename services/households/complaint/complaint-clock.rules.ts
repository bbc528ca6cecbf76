// The clock of complaints about wrong data (数据有误办理时限): within how many days one is examined and answered; a pack, and assumed.
import { z } from 'zod';
import type { PackKind } from '#platform/vocabulary/pack';
import { packHead } from '#platform/vocabulary/pack-shape';

const schema = z
  .strictObject({ ...packHead, examineDays: z.int().min(1).max(60), answerDays: z.int().min(1).max(60) })
  .refine(({ examineDays, answerDays }) => examineDays <= answerDays, {
    message: '先核查后答复 · it is examined no later than answered',
    path: ['answerDays'],
  });

export type ComplaintClock = z.infer<typeof schema>;

export const complaintClockKind: PackKind<ComplaintClock> = {
  subgraph: 'households',
  kind: 'complaint-clock',
  title: { zh: '数据有误办理时限', en: 'clock of complaints about wrong data' },
  schema,
  startsOn: 'day',
};
