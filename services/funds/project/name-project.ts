// Names the project that a batch is for (用款项目): in the transaction of the application, within the plan and the budget.
import type { WriteRows } from '#platform/database/in-scope';
import { isId } from '#platform/vocabulary/id';
import { formatYuan } from '#platform/vocabulary/money';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { projectRefusals as refusals } from './project-refusals.rules';

export const nameProject = (rows: WriteRows, disbursementId: string, projectId: string) =>
  name(rows, 'select funds.name_project($1, $2) as verdict', disbursementId, projectId);

/** Of a contract that is paid in stages likewise, for all that it will cost. */
export const nameContract = (rows: WriteRows, reimbursementId: string, projectId: string) =>
  name(rows, 'select funds.name_contract($1, $2) as verdict', reimbursementId, projectId);

async function name(rows: WriteRows, sql: string, id: string, projectId: string): Promise<void> {
  const notFound = () => commonRefusals.notFound({ what: '项目 project' });
  if (!isId(projectId)) throw notFound();
  const [answer] = await rows.query<{ verdict: string }>(sql, [id, projectId]);
  const [word = 'unknown', rest = '0'] = (answer?.verdict ?? 'unknown').split(' ');
  if (word === 'done') return;
  if (word === 'not-planned') throw refusals.projectNotPlanned({ field: 'projectId' });
  if (word === 'over') throw refusals.projectOverBudget({ field: 'projectId', missing: formatYuan(BigInt(rest)) });
  throw notFound();
}
