// Responsibility letters (责任书): versions of a region and year that are never changed, and the two signatures under each.
import { migration } from '#platform/database/migration';
import { appendOnly, inRange, protect } from '#platform/database/protect';

export const responsibilityLetters = migration(
  1700000000020,
  'ResponsibilityLetters',
  (names) => `
create table organisation.responsibility_letter (
  id uuid primary key,
  region_id uuid not null,
  path text collate "C" not null,
  year int not null constraint responsibility_letter_year check (year between 2016 and 2100),
  version int not null constraint responsibility_letter_version check (version >= 1),
  document_number text not null constraint responsibility_letter_needs_document check (length(document_number) between 2 and 100),
  template_name text not null,
  template_hash text not null,
  duties jsonb not null,
  reason text,
  drafted_by uuid not null references organisation.person (id),
  drafted_at timestamptz not null default clock_timestamp(),
  constraint responsibility_letter_once unique (region_id, year, version),
  constraint responsibility_letter_amended_for_a_reason check (version = 1 or length(reason) between 2 and 500),
  constraint responsibility_letter_place_key unique (id, region_id, path),
  constraint responsibility_letter_place foreign key (region_id, path) references organisation.region (id, path) on update cascade
);
create index responsibility_letter_in_order on organisation.responsibility_letter (path, year, version);
${protect('organisation.responsibility_letter', names, { region: { rows: inRange('path'), verbs: ['select', 'insert'] } })}
${appendOnly('organisation.responsibility_letter', 'organisation', ['region_id', 'path'])}

create table organisation.letter_signature (
  letter_id uuid not null,
  region_id uuid not null,
  path text collate "C" not null,
  side text not null constraint letter_signature_side check (side in ('region', 'superior')),
  after_side text,
  signed_by uuid not null references organisation.person (id),
  signed_at timestamptz not null default clock_timestamp(),
  constraint letter_signature_once primary key (letter_id, side),
  constraint letter_signature_two_hands unique (letter_id, signed_by),
  constraint letter_signature_superior_second check ((side = 'superior') = (after_side is not null) and after_side <> 'superior'),
  constraint letter_signature_after foreign key (letter_id, after_side) references organisation.letter_signature (letter_id, side),
  constraint letter_signature_of foreign key (letter_id, region_id, path)
    references organisation.responsibility_letter (id, region_id, path) on update cascade
);
${protect('organisation.letter_signature', names, { region: { rows: inRange('path'), verbs: ['select', 'insert'] } })}
${appendOnly('organisation.letter_signature', 'organisation', ['region_id', 'path'])}
`,
);
