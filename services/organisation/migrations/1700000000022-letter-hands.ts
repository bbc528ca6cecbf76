// For whom a letter was signed, where a post was acted under by delegation (职务代理): the other side is signed by neither of the two.
import { migration } from '#platform/database/migration';

export const letterHands = migration(
  1700000000022,
  'LetterHands',
  () => 'alter table organisation.letter_signature add column principal_id uuid references organisation.person (id);',
);
