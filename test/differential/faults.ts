// Faults (错误) that a way of execution could have, put into a right answer one at a time: the comparison must find each.

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };
type Answer = { errors?: Json[]; data?: Json };

/** Changes an answer in place and says whether it could: not every answer has an error or a null. */
export type Fault = (answer: Answer) => boolean;

/** The objects of an answer's data, outermost first, each with the way to put another in its place. */
function* objectsIn(value: Json | undefined): Generator<{ [name: string]: Json }> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield value;
  for (const each of Object.values(value)) yield* objectsIn(each);
}

function inFirst(
  answer: Answer,
  change: (object: { [name: string]: Json }, name: string, value: Json) => boolean,
): boolean {
  for (const object of objectsIn(answer.data))
    for (const [name, value] of Object.entries(object)) if (change(object, name, value)) return true;
  return false;
}

function inFirstList(answer: Answer, change: (list: Json[]) => boolean): boolean {
  return inFirst(answer, (_object, _name, value) => Array.isArray(value) && change(value));
}

function inFirstError(answer: Answer, change: (error: { [name: string]: Json }) => boolean): boolean {
  const [error] = answer.errors ?? [];
  return typeof error === 'object' && error !== null && !Array.isArray(error) && change(error);
}

export const faults: Readonly<Record<string, Fault>> = {
  'one text is another': (answer) =>
    inFirst(answer, (object, name, value) => {
      if (typeof value !== 'string') return false;
      object[name] = `${value}.`;
      return true;
    }),
  'a number is a text': (answer) =>
    inFirst(answer, (object, name, value) => {
      if (typeof value !== 'number') return false;
      object[name] = String(value);
      return true;
    }),
  'a null is left out': (answer) => inFirst(answer, (object, name, value) => value === null && delete object[name]),
  'an empty list is null': (answer) =>
    inFirst(answer, (object, name, value) => {
      if (!Array.isArray(value) || value.length > 0) return false;
      object[name] = null;
      return true;
    }),
  'two fields stand the other way round': (answer) => {
    for (const object of objectsIn(answer.data)) {
      const [first, ...rest] = Object.entries(object);
      if (!first || rest.length === 0) continue;
      delete object[first[0]];
      object[first[0]] = first[1];
      return true;
    }
    return false;
  },
  'a field that nobody asked for': (answer) => {
    for (const object of objectsIn(answer.data)) {
      object.unasked = null;
      return true;
    }
    return false;
  },
  'the last of a list is missing': (answer) => inFirstList(answer, (list) => list.pop() !== undefined),
  'a list is turned round': (answer) =>
    inFirstList(answer, (list) => {
      if (JSON.stringify([...list].reverse()) === JSON.stringify(list)) return false;
      list.reverse();
      return true;
    }),
  'an error is missing': (answer) => {
    if (!answer.errors?.pop()) return false;
    if (answer.errors.length === 0) delete answer.errors;
    return true;
  },
  'an error is told twice': (answer) =>
    inFirstError(answer, (error) => (answer.errors?.push(structuredClone(error)) ?? 0) > 0),
  'an error lies elsewhere': (answer) =>
    inFirstError(answer, (error) => {
      if (!Array.isArray(error.path)) return false;
      error.path = [...error.path, 'elsewhere'];
      return true;
    }),
  'an error has another code': (answer) =>
    inFirstError(answer, (error) => {
      error.extensions = { ...(error.extensions as object), code: 'ELSEWHERE' };
      return true;
    }),
  'the errors stand after the data': (answer) => {
    if (!answer.errors || answer.data === undefined) return false;
    const { errors } = answer;
    if (Object.keys(answer)[0] !== 'errors') {
      const { data } = answer;
      delete answer.data;
      answer.data = data as Json;
      return true;
    }
    delete answer.errors;
    answer.errors = errors;
    return true;
  },
};

/** The answer with the fault in it, or null where it has no place. */
export function withFault(fault: Fault, text: string): string | null {
  const answer = JSON.parse(text) as Answer;
  return fault(answer) ? JSON.stringify(answer) : null;
}
