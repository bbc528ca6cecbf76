// An amount of fen, as PostgreSQL tells a bigint, in the yuan of the wire.

export function yuanOf(fen: string): string {
  const digits = fen.padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
