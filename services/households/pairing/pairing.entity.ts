// A pairing (结对): which helper has stood by a household, from which day, until which day.
import { Entity } from 'typeorm';
import { DayColumn, IdColumn, PathColumn, RefColumn } from '#platform/database/columns';

@Entity('pairing')
export class Pairing {
  @IdColumn()
  id: string;

  @RefColumn()
  householdId: string;

  @RefColumn()
  regionId: string;

  @PathColumn()
  path: string;

  @RefColumn()
  helperId: string;

  @DayColumn()
  validFrom: string;

  /** the first day on which it no longer holds */
  @DayColumn(true)
  validTo: string | null;
}
