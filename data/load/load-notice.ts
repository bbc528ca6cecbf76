// Loads one notice without lines (公示、公告): ten days on a board before the act, or for good after it.
import type { Client } from 'pg';
import { addDays } from '#platform/vocabulary/calendar-day';
import { rootOf } from '#platform/vocabulary/merkle';

export interface NoticePack {
  name: string;
  hash: string;
}

export interface DemoNotice {
  id: string;
  type: 'posting' | 'announcement';
  subjectKind: string;
  subjectId: string;
  regionId: string;
  path: string;
  title: string;
  body: string;
  total: bigint;
  day: string;
  by: string;
}

export async function loadNotice(client: Client, { name, hash }: NoticePack, row: DemoNotice): Promise<void> {
  const posting = row.type === 'posting';
  await client.query(
    `insert into funds.public_notice (id, type, subject_kind, subject_id, region_id, path, title, body, total, line_count, days, counted, from_on, until_on,
       pack_name, pack_hash, root, posted_by, posted_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 0, $10, $11, $12, $13, $14, $15, $16, $17, $18)`,
    [
      ...[row.id, row.type, row.subjectKind, row.subjectId, row.regionId, row.path, row.title, row.body],
      ...[row.total.toString(), posting ? 10 : null, posting ? 'days' : null, row.day],
      ...[posting ? addDays(row.day, 11) : null, name, hash, rootOf([]), row.by, `${row.day}T02:00:00Z`],
    ],
  );
}
