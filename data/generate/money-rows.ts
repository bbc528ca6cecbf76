// Rows of money and tasks (资金与任务行) of the generated city: notices, batches, payment lines, checklists, progress.
import type { ItemFormula } from '../../services/assessments/task/item-formula.rules';

export interface AllotmentLineRow {
  id: string;
  /** a district, a functional zone or a town */
  regionId: string;
  amountFen: bigint;
}

export interface AllotmentRow {
  id: string;
  number: string;
  issuedOn: string;
  sourceLevel: 'central' | 'province' | 'city' | 'district';
  purpose: string;
  lines: AllotmentLineRow[];
}

export interface BatchRow {
  id: string;
  number: string;
  /** the town */
  regionId: string;
  path: string;
  allotmentLineId: string;
  purpose: string;
  appliedOn: string;
  approvedOn: string;
  paidOn: string;
  documentNumber: string;
}

export interface PaymentRow {
  id: string;
  batchId: string;
  householdId: string;
  /** the village */
  regionId: string;
  path: string;
  amountFen: bigint;
  payee: string;
  maskedCard: string;
}

interface TaskRow {
  id: string;
  code: string;
  year: number;
  title: string;
  standard: string;
  weight: number;
  deadline: string;
  evidence: string;
  article: string;
  formula: ItemFormula;
}

export interface UnitTaskRow extends TaskRow {
  unitId: string;
}

export interface RegionTaskRow extends TaskRow {
  /** a district, a functional zone or a town */
  regionId: string;
  duty: string;
}

export interface ProgressRow {
  id: string;
  taskId: string;
  quarter: string;
  reportedBy: string;
  /** instant, UTC */
  reportedAt: string;
  percent: number;
  note: string;
  confirmedBy: string | null;
  confirmedAt: string | null;
  outcome: 'confirmed' | 'returned' | null;
}
