// Where in an answer a figure stands (数据位置): `region.tenJobs[code=look-back].done`, so that whoever asks again finds the same figure.

const SEGMENT = /^(\w+)(?:\[(\w+)=([^\]]+)\])?$/;

/** The value as the report prints it; null where the answer has none, which is not nought. */
export function valueAt(answer: unknown, pointer: string): string | null {
  let at: unknown = answer;
  for (const segment of pointer.split('.')) {
    const [, name = '', key, wanted] = SEGMENT.exec(segment) ?? [];
    if (!name) throw new TypeError(`not a pointer into an answer: ${pointer}`);
    at = memberOf(at, name);
    if (key && Array.isArray(at)) at = at.find((each) => String(memberOf(each, key)) === wanted);
  }
  return typeof at === 'string' || typeof at === 'number' || typeof at === 'boolean' ? String(at) : null;
}

function memberOf(from: unknown, name: string): unknown {
  return typeof from === 'object' && from !== null && Object.hasOwn(from, name)
    ? (from as Record<string, unknown>)[name]
    : undefined;
}
