// What a map knows of a key, made at the first time that it is asked for.
export function madeOnce<K, V>(
  map: { get(key: K): V | undefined; set(key: K, value: V): unknown },
  key: K,
  make: (key: K) => V,
): V {
  let known = map.get(key);
  if (known === undefined) {
    known = make(key);
    map.set(key, known);
  }
  return known;
}
