// The statements that PGB runs: those of RAW, a workload each.
import { householdCard } from '../raw/household-card';
import { householdPage } from '../raw/household-page';
import type { RawStatement } from '../raw/raw-statement';

export const pgbStatements: Readonly<Record<string, RawStatement>> = { W1: householdPage, W2: householdCard };
