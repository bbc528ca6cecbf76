// Loads responsibility letters of the demo city, made from the template that ships, each signed by both sides.
import type { Client } from 'pg';
import { packHash } from '#platform/vocabulary/canonical';
import { letterKind } from '../../services/organisation/letter/letter-template.rules';
import type { LetterRow } from '../generate/letter-rows';
import { letters } from '../generate/letters';
import type { AppointmentRow, RegionRow } from '../generate/rows';
import { insertRows } from './insert-rows';
import { shippedPacks } from './shipped-packs';

const SEED = 371_200;

export async function loadLetters(
  client: Client,
  { regions, appointments }: { regions: RegionRow[]; appointments: AppointmentRow[] },
  tick: (rows: number) => void,
): Promise<void> {
  const template = shippedPacks('letters', letterKind).find(({ effectiveFrom }) => effectiveFrom === '2018-01-01');
  if (!template) throw new Error('data/letters has no template of 2018');
  const rows = letters(SEED, regions, appointments);
  await insertRows(
    client,
    'organisation.responsibility_letter',
    {
      id: 'uuid',
      region_id: 'uuid',
      path: 'text',
      year: 'int',
      version: 'int',
      document_number: 'text',
      template_name: 'text',
      template_hash: 'text',
      duties: 'jsonb',
      drafted_by: 'uuid',
      drafted_at: 'timestamptz',
    },
    rows,
    (row) => [
      row.id,
      row.regionId,
      row.path,
      row.year,
      1,
      row.documentNumber,
      template.name,
      packHash(template),
      JSON.stringify(template.duties),
      row.superior,
      row.signedAt,
    ],
    tick,
  );
  const signatures = (['region', 'superior'] as const).flatMap((side) => rows.map((row) => ({ row, side })));
  await insertRows(
    client,
    'organisation.letter_signature',
    {
      letter_id: 'uuid',
      region_id: 'uuid',
      path: 'text',
      side: 'text',
      after_side: 'text',
      signed_by: 'uuid',
      signed_at: 'timestamptz',
    },
    signatures,
    ({ row, side }: { row: LetterRow; side: 'region' | 'superior' }) => [
      row.id,
      row.regionId,
      row.path,
      side,
      side === 'superior' ? 'region' : null,
      side === 'superior' ? row.superior : row.signedBy,
      side === 'superior' ? row.signedAt.replace('T02', 'T03') : row.signedAt,
    ],
    tick,
  );
}
