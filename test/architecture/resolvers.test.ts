// A resolver is given its row, its arguments and its context: the compiled run keeps no place in the answer to ask for (decision 0012).
import { filesOf, type SourceFile } from './source-files';

const asksForPlace = ({ text }: SourceFile): boolean => /@Info\b|GraphQLResolveInfo/.test(text);

test('no resolver asks for its place in the answer', () => {
  const services = filesOf(/\.ts$/).filter(({ path }) => path.startsWith('services/'));
  expect(services.length).toBeGreaterThan(100);
  expect(services.filter(asksForPlace).map(({ path }) => path)).toEqual([]);
});

test('control: one that does is caught', () => {
  expect(
    asksForPlace({ path: 'a.ts', text: '@FieldResolver() name(@Root() row: Row, @Info() info: unknown) {}' }),
  ).toBe(true);
  expect(asksForPlace({ path: 'a.ts', text: '// Information about rows.' })).toBe(false);
});
