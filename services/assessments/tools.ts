// What assessments is opened with: the desk of its evidence files; its rule packs are rows.
import type { Context } from '#platform/graph/context';
import { type FileTools, openFileDesk } from '#platform/graph/files/file-desk';

export type AssessmentsTools = FileTools;

export type AssessmentsContext = Context<AssessmentsTools>;

export function assessmentsTools(env: NodeJS.ProcessEnv): AssessmentsTools {
  return { files: openFileDesk(env, 'assessments') };
}
