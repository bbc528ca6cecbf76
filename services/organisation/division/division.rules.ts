// What a statistical code (统计区划代码) says by itself: its level, and which code stands above it.
export enum DivisionLevel {
  province = 'province',
  city = 'city',
  area = 'area',
  street = 'street',
  village = 'village',
}

export enum DivisionChangeKind {
  added = 'added',
  renamed = 'renamed',
  ended = 'ended',
}

const levels: ReadonlyMap<number, DivisionLevel> = new Map([
  [2, DivisionLevel.province],
  [4, DivisionLevel.city],
  [6, DivisionLevel.area],
  [9, DivisionLevel.street],
  [12, DivisionLevel.village],
]);

export function levelOf(code: string): DivisionLevel | null {
  return /^\d+$/.test(code) ? (levels.get(code.length) ?? null) : null;
}
