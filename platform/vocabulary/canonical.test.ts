// A content hash names a rule pack for ever: the order of its keys says nothing, every byte of its content does.
import fc from 'fast-check';
import { canonicalJson, contentHash, packHash } from './canonical';

test('keys are sorted at every depth, absent fields are left out, fen are integers', () => {
  expect(canonicalJson({ b: [1, { d: null, c: '文' }], a: 10n ** 20n, gone: undefined })).toBe(
    '{"a":100000000000000000000,"b":[1,{"c":"文","d":null}]}',
  );
});

test('the hash is the SHA-256 of that text', () => {
  expect(contentHash({})).toBe('44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a');
});

test('whatever order a pack was written in, its text parses back to the same and its hash is the same', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (pack) => {
      const turned = Object.fromEntries(Object.entries(pack).reverse());
      expect(packHash(turned)).toBe(packHash(pack));
      expect(contentHash(JSON.parse(canonicalJson(pack)))).toBe(contentHash(pack));
    }),
  );
});

test('what has no JSON form is a fault and never an empty object', () => {
  for (const ill of [Number.NaN, new Map(), new Set([1]), () => 1, [undefined]]) {
    expect(() => canonicalJson(ill)).toThrow('no canonical form');
  }
});
