// Asks the graph for the figures of a quarterly report (取数): each question once for all whom it is about, under the caller's own rights.
import type { Context } from '#platform/graph/context';
import { Refusal } from '#platform/vocabulary/refusal';
import { valueAt } from './figure-pointer.rules';
import type { QuarterVariables } from './quarter-words.rules';
import type { QuarterlyFigure } from './quarterly-figure.entity';
import type { QuarterlyPlaces, Subject } from './quarterly-places';
import { problemQuestions } from './quarterly-problems.rules';
import {
  type AskedFigure,
  batchOf,
  pointerOf,
  type Question,
  queryOf,
  rootOf,
  typeOf,
  variablesOf,
} from './quarterly-question.rules';
import { tenJobsQuestion, workQuestions } from './quarterly-work.rules';

export type ToldFigure = Omit<QuarterlyFigure, 'id' | 'reportId' | 'regionId' | 'path' | 'place' | 'asOf'>;

/** What one question brought for one subject: an answer in the graph's own shape, or why there is none. */
interface Brought {
  subject: Subject | null;
  answer: unknown;
  missing: string | null;
}

/** What passes by itself: a report is drafted again then, and says nothing of it. */
const passing = new Set(['UNAVAILABLE', 'SCOPE_MOVING']);

export async function askQuarterlyFigures(
  context: Context,
  places: QuarterlyPlaces,
  all: QuarterVariables,
): Promise<ToldFigure[]> {
  const questions = [...workQuestions, ...problemQuestions];
  const [jobs, ...asked] = await Promise.all([
    bring(context, tenJobsQuestion, [places.own], all),
    ...questions.map((question) => bring(context, question, subjectsOf(question, places), all)),
  ]);
  const told = questions.flatMap((question, at) =>
    (asked[at] ?? []).flatMap((brought) => question.figures.map((figure) => tell(question, figure, brought, all))),
  );
  return [...told, ...tenJobFigures(jobs, all)];
}

function subjectsOf({ about }: Question, { own, below, units }: QuarterlyPlaces): Subject[] {
  return about === 'below' ? below : about === 'unit' ? units : [own];
}

async function bring(
  context: Context,
  question: Question,
  subjects: readonly Subject[],
  all: QuarterVariables,
): Promise<Brought[]> {
  if (subjects.length === 0) return [];
  const { about, subgraph } = question;
  const __typename = typeOf(about);
  const places = subjects.map(({ id }) => ({ __typename, id }));
  const variables = variablesOf(question, all);
  try {
    const answer = await context.ask<Record<string, unknown>>(
      subgraph,
      batchOf(question),
      about === 'nobody' ? variables : { ...variables, places },
    );
    if (about === 'nobody') return [{ subject: null, answer, missing: null }];
    const entities = answer._entities as readonly unknown[];
    return subjects.map((subject, at) => ({ subject, answer: { [rootOf(about)]: entities[at] }, missing: null }));
  } catch (error) {
    if (!(error instanceof Refusal) || passing.has(error.code)) throw error;
    // One of many may be refused without the others.
    if (subjects.length > 1)
      return (await Promise.all(subjects.map((one) => bring(context, question, [one], all)))).flat();
    return subjects.map((subject) => ({ subject, answer: null, missing: error.code }));
  }
}

function tell(question: Question, asked: AskedFigure, brought: Brought, all: QuarterVariables): ToldFigure {
  const { subject, answer, missing } = brought;
  const { about, section } = question;
  const pointer = pointerOf(question, asked.pointer, all);
  const value = missing ? null : valueAt(answer, pointer);
  return {
    section,
    code: asked.code,
    subject: about === 'below' || about === 'unit' ? (subject?.name ?? null) : null,
    title: `${asked.title.zh} · ${asked.title.en}`,
    measure: asked.measure,
    value,
    missing: missing ?? (value === null ? 'NO_ANSWER' : null),
    query: queryOf(question),
    variables: { ...variablesOf(question, all), ...(about === 'nobody' ? {} : { id: subject?.id }) },
    pointer,
  };
}

interface Job {
  code: string;
  title: string;
}

/** A figure of each job that the pack in force lists; where none is, one line says that there is no answer. */
function tenJobFigures(jobs: readonly Brought[], all: QuarterVariables): ToldFigure[] {
  return jobs.flatMap((brought) => {
    const { region } = (brought.answer ?? {}) as { region?: { tenJobs: Job[] | null } };
    const listed = region?.tenJobs ?? [];
    if (listed.length === 0)
      return tenJobsQuestion.figures.map((each) =>
        tell(tenJobsQuestion, { ...each, pointer: `tenJobs.${each.pointer}` }, brought, all),
      );
    return listed.flatMap(({ code, title }) =>
      tenJobsQuestion.figures.map((each) => ({
        ...tell(tenJobsQuestion, { ...each, pointer: `tenJobs[code=${code}].${each.pointer}` }, brought, all),
        subject: title,
      })),
    );
  });
}
