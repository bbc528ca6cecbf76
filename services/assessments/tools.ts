// What assessments is opened with: nothing of its own; its rule packs are rows.
import type { Context } from '#platform/graph/context';

export type AssessmentsTools = Readonly<Record<string, never>>;

export type AssessmentsContext = Context<AssessmentsTools>;

export function assessmentsTools(): AssessmentsTools {
  return {};
}
