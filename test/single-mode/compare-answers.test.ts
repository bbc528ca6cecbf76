// The comparison itself: what no two answers share is set aside, and anything else is a difference.
import { newId } from '#platform/database/new-id';
import { comparable, differenceOf, withoutMade } from '../differential/compare-answers';

const reference = (id: string) =>
  `{"errors":[{"message":"quote this reference: ${id}","path":["a"],"extensions":{"code":"INTERNAL","reference":"${id}"}}],"data":{"a":null}}`;
const ids = ['0160af04-9000-7afd-92fd-91a712d72e5b', '0160af04-9000-7afd-92fd-91a712d72e5c'] as const;

const answered = (text: string, logs: readonly string[] = []) => ({ text, logs });

test('references of faults, and the order of errors, are no difference', () => {
  expect(differenceOf(answered(reference(ids[0])), answered(reference(ids[1])))).toBeNull();
  const errors = ['{"message":"b","path":["b"]}', '{"message":"a","path":["a"]}'];
  const told = (each: string[]) => answered(`{"errors":[${each.join(',')}],"data":null}`);
  expect(differenceOf(told(errors), told([...errors].reverse()))).toBeNull();
  expect(differenceOf(told(errors), told([errors[0] as string]))).toMatch(/answer/);
});

test('an id in the data is a difference, and so is a row in a log, a header, and a space', () => {
  expect(differenceOf(answered(`{"data":"${ids[0]}"}`), answered(`{"data":"${ids[1]}"}`))).toMatch(/answer/);
  expect(differenceOf(answered('{"data":1}', ['x']), answered('{"data":1}'))).toMatch(/logs/);
  expect(differenceOf({ ...answered('{}'), around: '200' }, { ...answered('{}'), around: '400' })).toMatch(/status/);
  expect(comparable('{"data": 1}')).toMatch(/^not as JSON.stringify/);
  expect(differenceOf(answered('{"data":1.0}'), answered('{"data":1}'))).toMatch(/answer/);
});

test('an id that was made while answering is no difference, an older one is, and so is one of nobody’s making', () => {
  const since = Date.now();
  const told = (id: string) => answered(withoutMade(`{"data":"${id}"}`, since));
  expect(differenceOf(told(newId()), told(newId()))).toBeNull();
  expect(differenceOf(told(newId(since - 1)), told(newId(since - 1)))).toMatch(/answer/);
  expect(differenceOf(told(newId()), told(ids[0]))).toMatch(/answer/);
  const random = newId().replace(/-7/, '-4');
  expect(withoutMade(random, since)).toBe(random);
});
