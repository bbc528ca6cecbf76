// Which answers of a guarantee check (档案已知的回答) the register gave: told with the check, whatever the register learns later.
import { migration } from '#platform/database/migration';

export const answersOfTheRegister = migration(
  1700000000302,
  'AnswersOfTheRegister',
  () => `alter table households.guarantee_check add column known jsonb not null default '[]';`,
);
