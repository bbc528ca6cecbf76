// The workloads that there are: the one list of them.
import type { Workload } from '../workload';
import { householdPage } from './w1-household-page';
import { householdCard } from './w2-household-card';

export const allWorkloads: readonly Workload[] = [householdPage, householdCard];
