// Loads who is stationed in which village, and their days on site, recorded by themselves and confirmed by the town.
import type { Client } from 'pg';
import type { AppointmentRow, PersonRow, RegionRow } from '../generate/rows';
import { stationingsOf } from '../generate/stationings';
import { insertRows } from './insert-rows';

const SEED = 371_200;

export async function loadStationings(
  client: Client,
  city: { regions: RegionRow[]; persons: PersonRow[]; appointments: AppointmentRow[] },
  tick: (rows: number) => void,
): Promise<void> {
  const { stationings, records } = stationingsOf(SEED, city);
  await insertRows(
    client,
    'organisation.stationing',
    {
      id: 'uuid',
      role: 'text',
      person_id: 'uuid',
      region_id: 'uuid',
      path: 'text',
      unit_id: 'uuid',
      document_number: 'text',
      valid_from: 'date',
      stationed_by: 'uuid',
      stationed_at: 'timestamptz',
    },
    stationings,
    (row) => [
      row.id,
      row.role,
      row.personId,
      row.regionId,
      row.path,
      row.unitId,
      row.documentNumber,
      row.validFrom,
      row.stationedBy,
      `${row.validFrom}T01:00:00Z`,
    ],
    tick,
  );
  await insertRows(
    client,
    'organisation.site_record',
    {
      id: 'uuid',
      stationing_id: 'uuid',
      person_id: 'uuid',
      region_id: 'uuid',
      path: 'text',
      deed: 'text',
      day: 'date',
      content: 'text',
      recorded_by: 'uuid',
      recorded_at: 'timestamptz',
      confirmed_by: 'uuid',
      settled_at: 'timestamptz',
    },
    records,
    ({ id, station, deed, day, content, confirmedBy }) => [
      id,
      station.id,
      station.personId,
      station.regionId,
      station.path,
      deed,
      day,
      content,
      station.personId,
      `${day}T10:00:00Z`,
      confirmedBy,
      confirmedBy === null ? null : `${day.slice(0, 7)}-28T12:00:00Z`,
    ],
    tick,
  );
}
