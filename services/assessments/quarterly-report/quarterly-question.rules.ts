// The questions behind a quarterly report (报告的查询): real queries of the graph, and which figures of the report stand in their answers.
import type { QuarterVariables } from './quarter-words.rules';
import type { SectionName } from './quarterly-section.rules';

/** Whom a question asks about: the report's own region, each region below it, each member unit, or nobody. */
export type About = 'own' | 'below' | 'unit' | 'nobody';

export interface AskedFigure {
  code: string;
  title: { zh: string; en: string };
  measure: string;
  /** into the answer, below the region or unit that was asked about; `{next}` and such stand for the variables */
  pointer: string;
}

export interface Question {
  name: string;
  section: SectionName;
  about: About;
  subgraph: 'organisation' | 'households' | 'funds' | 'assessments';
  selection: string;
  figures: readonly AskedFigure[];
}

export const figure = (code: string, zh: string, en: string, measure: string, pointer: string): AskedFigure => ({
  code,
  title: { zh, en },
  measure,
  pointer,
});

const types: Readonly<Record<string, string>> = {
  id: 'ID!',
  places: '[_Any!]!',
  quarter: 'String!',
  next: 'String!',
  year: 'Int!',
  nextYear: 'Int!',
  on: 'CalendarDay!',
};
type Variables = Readonly<Record<string, unknown>>;

function bound(selection: string): string[] {
  return [...new Set([...selection.matchAll(/\$(\w+)/g)].map(([, name = '']) => name))];
}

const headOf = (name: string, variables: readonly string[]) =>
  `query ${name}${variables.length > 0 ? `(${variables.map((each) => `$${each}: ${types[each]}`).join(', ')})` : ''}`;

/** The question as anybody puts it to the graph. */
export function queryOf({ name, about, selection }: Question): string {
  const body = about === 'nobody' ? selection : `${rootOf(about)}(id: $id) { ${selection} }`;
  return `${headOf(name, bound(body))} { ${body} }`;
}

/** The same question as it is put to the one subgraph that answers it, for several regions or units at once. */
export function batchOf({ name, about, selection }: Question): string {
  if (about === 'nobody') return `${headOf(name, bound(selection))} { ${selection} }`;
  const body = `_entities(representations: $places) { ... on ${typeOf(about)} { ${selection} } }`;
  return `${headOf(name, bound(body))} { ${body} }`;
}

export function variablesOf({ selection }: Question, all: QuarterVariables): Variables {
  return Object.fromEntries(bound(selection).map((name) => [name, all[name as keyof QuarterVariables]]));
}

export const typeOf = (about: About) => (about === 'unit' ? 'Unit' : 'Region');
export const rootOf = (about: About) => (about === 'unit' ? 'unit' : 'region');

export function pointerOf({ about }: Question, pointer: string, all: QuarterVariables): string {
  const told = pointer.replace(/\{(\w+)\}/g, (_hole, name: string) => String(all[name as keyof QuarterVariables]));
  return about === 'nobody' ? told : `${rootOf(about)}.${told}`;
}
