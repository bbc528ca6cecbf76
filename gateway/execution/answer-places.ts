// Objects of an answer that is still being put together (答案中的对象): found by their path, named to a subgraph, filled with what it told.
import type { Objects } from './plan-steps';

export type Found = Record<string, unknown>;

export function gather(value: unknown, path: readonly string[], from: number, into: Found[]): void {
  if (value === null || value === undefined) return;
  const step = path[from];
  if (step === undefined) {
    if (Array.isArray(value)) for (const each of value) gather(each, path, from, into);
    else into.push(value as Found);
  } else if (step === '@') {
    for (const each of value as unknown[]) gather(each, path, from + 1, into);
  } else gather((value as Found)[step], path, from + 1, into);
}

export function representationOf(object: Found, needs: Objects['needs']): Found | null {
  const names = needs.get(object.__typename as string);
  if (!names) return null;
  const representation: Found = {};
  for (const name of names) {
    const value = object[name];
    if (value === undefined) return null;
    representation[name] = value;
  }
  return representation;
}

export function keyOf(representation: Found): string {
  let key = '';
  for (const name in representation) key += `${String(representation[name])}\n`;
  return key;
}

/** Every place of an object in the answer; one that was found in two places is one object only if it was merged so. */
export function pathsOf(data: Found, path: readonly string[]): Map<Found, (string | number)[][]> {
  const found = new Map<Found, (string | number)[][]>();
  const walk = (value: unknown, from: number, way: (string | number)[]): void => {
    if (value === null || value === undefined) return;
    const step = path[from];
    if (step === '@' || (step === undefined && Array.isArray(value)))
      (value as unknown[]).forEach((each, at) => {
        walk(each, step === '@' ? from + 1 : from, [...way, at]);
      });
    else if (step === undefined) {
      const ways = found.get(value as Found);
      if (ways) ways.push(way);
      else found.set(value as Found, [way]);
    } else walk((value as Found)[step], from + 1, [...way, step]);
  };
  walk(data, 0, []);
  return found;
}

export function merge(target: Found, source: Found | null | undefined): void {
  if (!source) return;
  for (const key in source) {
    const value = source[key];
    const there = target[key];
    if (isObject(there) && isObject(value)) merge(there, value);
    else if (Array.isArray(there) && Array.isArray(value) && there.length === value.length)
      value.forEach((each: unknown, at) => {
        if (isObject(there[at]) && isObject(each)) merge(there[at], each);
        else there[at] = each;
      });
    else if (value !== undefined) target[key] = value;
  }
}

function isObject(value: unknown): value is Found {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
