// What a test asks about quarterly reports, how it reads all figures of one, and how it asks each of them again.
import { valueAt } from '../../services/assessments/quarterly-report/figure-pointer.rules';
import type { GraphClient } from '../harness/client';

export interface Figure {
  code: string;
  subject: string | null;
  value: string | null;
  missing: string | null;
  query: string;
  variables: Record<string, unknown>;
  pointer: string;
  asOf: string;
}
export const DRAFT =
  'mutation($r: ID!, $q: String!) { draftQuarterlyReport(regionId: $r, quarter: $q) { id title version outcome number contentHash } }';
export const READ =
  'query($id: ID!) { quarterlyReport(id: $id) { contentHash number outcome sections { name title text filledIn editedBy { name } } } }';
export const FIGURES = `query($id: ID!, $after: String) { quarterlyReport(id: $id) { sections { name figures(first: 200, after: $after) {
  edges { node { code subject value missing query variables pointer asOf } } pageInfo { hasNextPage endCursor } } } } }`;
export const EDIT = 'mutation($i: EditQuarterlyReportInput!) { editQuarterlyReport(input: $i) { contentHash } }';
export const APPROVE =
  'mutation($id: ID!, $hash: String!) { approveQuarterlyReport(id: $id, contentHash: $hash) { outcome number contentHash approvedBy { name } } }';
export const WITHDRAW =
  'mutation($id: ID!, $why: String!) { withdrawQuarterlyReport(id: $id, reason: $why) { outcome reason } }';
export const FILE =
  'mutation($id: ID!, $form: QuarterlyForm!) { requestQuarterlyReport(id: $id, form: $form) { url } }';

export async function figuresOf(client: GraphClient, id: string): Promise<Record<string, Figure[]>> {
  const { quarterlyReport } = await client.get(FIGURES, { id });
  const bySection: Record<string, Figure[]> = {};
  for (const { name, figures } of quarterlyReport.sections) {
    let page = figures;
    const all: Figure[] = page.edges.map(({ node }: { node: Figure }) => node);
    while (page.pageInfo.hasNextPage) {
      const next = await client.get(FIGURES, { id, after: page.pageInfo.endCursor });
      page = next.quarterlyReport.sections.find((each: { name: string }) => each.name === name).figures;
      all.push(...page.edges.map(({ node }: { node: Figure }) => node));
    }
    bySection[name] = all;
  }
  return bySection;
}

/** Asks each query once, as the same officer, and reads every figure where its pointer says. */
export async function askAgain(client: GraphClient, figures: readonly Figure[]) {
  const answers = new Map<string, { data: unknown; code: string | null }>();
  const wrong: object[] = [];
  for (const { query, variables, pointer, value, missing, code, subject } of figures) {
    const key = JSON.stringify([query, variables]);
    if (!answers.has(key)) {
      const { data, errors } = await client.ask(query, variables);
      answers.set(key, { data, code: errors[0]?.extensions.code ?? null });
    }
    const answer = answers.get(key);
    const now = answer?.code ? null : valueAt(answer?.data, pointer);
    const why = answer?.code ?? (now === null ? 'NO_ANSWER' : null);
    if (now !== value || why !== missing) wrong.push({ code, subject, value, missing, now, why });
  }
  return { wrong, asked: answers.size };
}
