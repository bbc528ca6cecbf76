// Loads the incomes of the demo town.
import type { Client } from 'pg';
import type { City } from '../generate/city';
import { incomesOf } from '../generate/incomes';
import { type ColumnTypes, insertRows } from './insert-rows';

const columns: ColumnTypes = {
  id: 'uuid',
  household_id: 'uuid',
  region_id: 'uuid',
  path: 'text',
  year: 'int',
  ordinal: 'int',
  wages: 'bigint',
  business: 'bigint',
  property: 'bigint',
  transfers: 'bigint',
  production_cost: 'bigint',
  members: 'int',
  per_head: 'bigint',
  entered_by: 'uuid',
  entered_at: 'timestamptz',
  checked_by: 'uuid',
  checked_at: 'timestamptz',
  outcome: 'text',
};

export async function loadIncomes(client: Client, city: City, tick: (rows: number) => void): Promise<void> {
  await insertRows(
    client,
    'households.income',
    columns,
    incomesOf(city),
    ({ household, fen, ...row }) => [
      row.id,
      household.id,
      household.regionId,
      household.path,
      row.year,
      1,
      fen.wages,
      fen.business,
      fen.property,
      fen.transfers,
      fen.productionCost,
      row.members,
      row.perHead,
      row.enteredBy,
      row.enteredAt,
      row.checkedBy,
      row.checkedAt,
      row.checkedBy && 'confirmed',
    ],
    tick,
  );
}
