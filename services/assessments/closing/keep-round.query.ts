// Keeps a round (封存批次): its figures, scores and lights, each in one statement however many there are.
import type { Rows } from '#platform/database/in-scope';

export interface FigureRow {
  round_id: string;
  subject: 'region' | 'unit';
  subject_id: string;
  region_id: string;
  path: string;
  indicator: string;
  numerator: string;
  denominator: string;
  source: object;
  hash: string;
}

const figureColumns = `round_id uuid, subject text, subject_id uuid, region_id uuid, path text, indicator text, numerator bigint, denominator bigint, source jsonb, hash text`;
const scoreColumns = `id uuid, round_id uuid, region_id uuid, path text, level text, unit_id uuid, peer_code text, quarter text, score text,
  pack_name text, pack_hash text, inputs jsonb, inputs_hash text, tree jsonb, drawn_by uuid, drawn_at timestamptz`;
const lightColumns = `id uuid, round_id uuid, score_id uuid, region_id uuid, path text, level text, quarter text, colour text, rank int, peers int,
  reasons jsonb, consequences jsonb, pack_name text, pack_hash text, inputs_hash text, status text, proposed_by uuid, proposed_at timestamptz,
  confirmed_by uuid, confirmed_at timestamptz, supersedes uuid`;

const sumColumns = `round_id uuid, quarter text, level text, region_id uuid, path text, indicator text, title jsonb, unit jsonb,
  numerator bigint, denominator bigint, minimum_cell int, pack_name text, pack_hash text`;

export const keepFigures = (rows: Rows, figures: readonly FigureRow[]) => keep(rows, 'figure', figureColumns, figures);
export const keepScores = (rows: Rows, scores: readonly object[]) => keep(rows, 'score', scoreColumns, scores);
export const keepLights = (rows: Rows, lights: readonly object[]) => keep(rows, 'light', lightColumns, lights);
export const keepSums = (rows: Rows, sums: readonly object[]) => keep(rows, 'published_sum', sumColumns, sums);

async function keep(rows: Rows, table: string, columns: string, kept: readonly object[]): Promise<void> {
  if (kept.length === 0) return;
  const names = columns.split(',').map((column) => column.trim().split(' ')[0]);
  await rows.query(
    `insert into assessments.${table} (${names.join(', ')})
     select ${names.join(', ')} from jsonb_to_recordset($1::jsonb) as given(${columns})`,
    [JSON.stringify(kept)],
  );
}

/** The same figures under another round: an appeal changes those of one region, its peers' stand as they were. */
export async function copyFigures(
  rows: Rows,
  from: string,
  to: string,
  without: string,
  indicators: readonly string[],
) {
  await rows.query(
    `insert into assessments.figure (round_id, subject, subject_id, region_id, path, indicator, numerator, denominator, source, hash)
     select $2, subject, subject_id, region_id, path, indicator, numerator, denominator, source, hash from assessments.figure
     where round_id = $1 and subject = 'region' and not (subject_id = $3 and indicator = any ($4::text[]))`,
    [from, to, without, indicators],
  );
}
