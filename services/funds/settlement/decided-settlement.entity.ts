// A settlement with what decided it (结算及其依据): how it came out, layer by layer, and the inputs; most who ask of a settlement need neither.
import { Entity } from 'typeorm';
import { JsonColumn } from '#platform/database/columns';
import { Settlement } from './settlement.entity';
import type { StoredInput } from './stored-input.rules';
import type { StoredOutcome } from './told-outcome.rules';

@Entity('settlement')
export class DecidedSettlement extends Settlement {
  @JsonColumn()
  outcome: StoredOutcome;

  /** none where the first engine settled: it kept no more than its layers */
  @JsonColumn(true)
  input: StoredInput | null;
}
