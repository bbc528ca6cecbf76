// What a notice says beside its sums (指标文要素): its book, spending direction, budget subject, way of payment; and the line of which each of its lines is a part.
import { migration } from '#platform/database/migration';

export const booksOfNotices = migration(
  1700000000400,
  'BooksOfNotices',
  () => `
alter table funds.allotment
  add column book text not null default 'special' constraint allotment_book check (book in ('special', 'integrated', 'donation', 'medical')),
  add column kind text not null default 'issue' constraint allotment_kind check (kind in ('issue', 'decompose', 'carry-over')),
  add column direction text,
  add column budget_subject text,
  add column payment text not null default 'direct' constraint allotment_payment check (payment in ('direct', 'authorised')),
  add column clock_from date,
  add column basis_document text constraint allotment_basis_length check (length(basis_document) between 2 and 100),
  add constraint allotment_in_book unique (id, book);

alter table funds.allotment_line
  add column book text not null default 'special',
  add column parent_line_id uuid constraint allotment_line_not_its_own_parent check (parent_line_id <> id),
  add constraint allotment_line_in_book unique (id, book),
  add constraint allotment_line_book_of_notice foreign key (allotment_id, book) references funds.allotment (id, book),
  -- A part is of the book of the whole: money that was given for one book never turns up in another.
  add constraint allotment_line_parent_in_book foreign key (parent_line_id, book) references funds.allotment_line (id, book);
create index allotment_line_by_parent on funds.allotment_line (parent_line_id) where parent_line_id is not null;
`,
);
