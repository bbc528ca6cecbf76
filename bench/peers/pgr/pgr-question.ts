// A question as it is put to PGR: its own operation on the same rows, and what its answer means.
import type { Canonical, Question } from '../../workload';
import { pgrCard } from './pgr-card';
import { pgrPage } from './pgr-page';

export interface PgrQuestion {
  ask(variables: Question['variables']): { query: string; variables: Record<string, unknown> };
  canonical: Canonical;
}

export const pgrQuestions: Readonly<Record<string, PgrQuestion>> = { W1: pgrPage, W2: pgrCard };
