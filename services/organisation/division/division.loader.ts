// Divisions by their code today, and what a code meant before.
import { defineLoader, groupBy, mapBy } from '#platform/graph/loader';
import { Division } from './division.entity';
import { divisionsOnDay, formerDivisions } from './division.query';

export const divisionByCode = defineLoader<Division | null>(
  'division by code',
  () => null,
  async (rows, codes) => mapBy(await rows.query(divisionsOnDay, [codes, null], Division), ({ code }) => code),
);

export const formerOfDivision = defineLoader<Division[]>(
  'former meanings of a division',
  () => [],
  async (rows, codes) => groupBy(await rows.query(formerDivisions, [codes], Division), ({ code }) => code),
);
