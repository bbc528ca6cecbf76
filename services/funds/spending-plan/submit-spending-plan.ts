// Submits a spending plan (提交用款计划): its lines are kept as they were entered, and wait for another person.
import type { WriteRows } from '#platform/database/in-scope';
import { newId } from '#platform/database/new-id';
import { onceOnly } from '#platform/database/once-only';
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { checkId, isId } from '#platform/vocabulary/id';
import { formatYuan } from '#platform/vocabulary/money';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { Book } from '../book/fund-use-pack.rules';
import { Project } from '../project/project.entity';
import type { SubmitSpendingPlanInput } from './spending-plan.input';
import { checkUses, type PlannedUse } from './spending-plan.rules';
import { spendingPlanRefusals } from './spending-plan-refusals.rules';

interface PlacedUse extends PlannedUse {
  path: string;
}

export async function submitSpendingPlan(
  { caller, inScope }: Context,
  input: SubmitSpendingPlanInput,
  idempotencyKey: string,
): Promise<string> {
  const { regionId, year, book, documentNumber } = input;
  checkId(regionId, '地区 region');
  const path = await inScope.pathWithin(regionId);
  if (path === null) throw commonRefusals.notFound({ what: '地区 region' });
  const payload = { ...input };
  const once = { subgraph: 'funds', caller, operation: 'submitSpendingPlan', idempotencyKey, payload } as const;
  const run = inScope.write({ action: 'submitSpendingPlan', facts: { regionId, year, book } }, (rows) =>
    onceOnly(rows, once, async () => {
      const uses = await placeUses(rows, path, input);
      checkUses(year, uses);
      const id = newId();
      const total = uses.reduce((sum, { amount }) => sum + amount, 0n);
      await rows.query(
        `insert into funds.spending_plan (id, region_id, path, year, book, document_number, total, submitted_by) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [id, regionId, path, year, book, documentNumber, total.toString(), caller.personId],
      );
      await keepUses(rows, id, uses);
      rows.deed.target = id;
      return id;
    }),
  );
  return run.catch((error: unknown) => {
    if (brokenConstraint(error) === 'spending_plan_open_once') throw spendingPlanRefusals.spendingPlanOpen({ year });
    throw error;
  });
}

/** A line names a place of the region, or a project of its annual plan, which says where it is. */
async function placeUses(
  rows: WriteRows,
  within: string,
  { book, lines }: SubmitSpendingPlanInput,
): Promise<PlacedUse[]> {
  const named = (ids: (string | undefined)[]) => [...new Set(ids.filter((id) => id !== undefined && isId(id)))];
  const places = await rows.query<{ id: string; path: string }>(
    'select region_id as id, path from funds.scope where region_id = any ($1::uuid[]) and starts_with(path, $2)',
    [named(lines.map(({ regionId }) => regionId)), within],
  );
  const projects = await rows.select(
    Project,
    'where t.id = any ($1::uuid[]) and starts_with(t.path, $2) and t.spendable',
    [named(lines.map(({ projectId }) => projectId)), within],
  );
  const pathOf = new Map(places.map(({ id, path }) => [id, path]));
  const projectOf = new Map(projects.map((project) => [project.id, project]));
  const uses = lines.map(({ month, amount, regionId, projectId }, at): PlacedUse => {
    if ((regionId === undefined) === (projectId === undefined))
      throw spendingPlanRefusals.spendingPlanPlace({ line: at + 1 });
    if (projectId === undefined) {
      const path = pathOf.get(regionId ?? '');
      if (path === undefined) throw spendingPlanRefusals.spendingPlanPlace({ line: at + 1 });
      return { month, amount, regionId: regionId ?? '', projectId: null, path };
    }
    const project = projectOf.get(projectId);
    if (!project) throw spendingPlanRefusals.spendingPlanProject({ line: at + 1 });
    return { month, amount, regionId: project.regionId, projectId, path: project.path };
  });
  for (const project of projects) {
    const planned = uses.reduce((sum, use) => (use.projectId === project.id ? sum + use.amount : sum), 0n);
    const over = planned - budgetIn(project, book);
    if (over > 0n)
      throw spendingPlanRefusals.spendingPlanOverBudget({ number: project.number, over: formatYuan(over) });
  }
  return uses;
}

function budgetIn(project: Project, book: Book): bigint {
  if (book === Book.special) return project.budgetSpecial;
  if (book === Book.integrated) return project.budgetIntegrated;
  return book === Book.donation ? project.budgetDonated : 0n;
}

async function keepUses(rows: WriteRows, id: string, uses: readonly PlacedUse[]): Promise<void> {
  await rows.query(
    `insert into funds.spending_plan_line (id, plan_id, number, month, region_id, path, project_id, amount)
     select given.id, $1, given.number, given.month, given.region, given.path, given.project, given.amount
     from unnest($2::uuid[], $3::int[], $4::text[], $5::uuid[], $6::text[], $7::uuid[], $8::bigint[]) as given(id, number, month, region, path, project, amount)`,
    [
      id,
      uses.map(() => newId()),
      uses.map((_, at) => at + 1),
      uses.map(({ month }) => month),
      uses.map(({ regionId }) => regionId),
      uses.map(({ path }) => path),
      uses.map(({ projectId }) => projectId),
      uses.map(({ amount }) => amount.toString()),
    ],
  );
}
