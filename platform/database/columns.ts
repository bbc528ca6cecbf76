// Columns in the shapes that the house uses: ids made by the app, fen as bigint, days as text, paths compared byte by byte.
import { Column, PrimaryColumn } from 'typeorm';

const fen = {
  to: (value?: bigint | null) => value?.toString() ?? value,
  from: (value?: string | bigint | null) => (value == null ? null : BigInt(value)),
};

export const IdColumn = () => PrimaryColumn({ type: 'uuid' });
export const RefColumn = (nullable = false) => Column({ type: 'uuid', nullable });
export const FenColumn = (nullable = false) => Column({ type: 'bigint', transformer: fen, nullable });
export const DayColumn = (nullable = false) => Column({ type: 'date', nullable });
export const InstantColumn = (nullable = false) => Column({ type: 'timestamptz', nullable });
export const TextColumn = (nullable = false) => Column({ type: 'text', nullable });
export const WholeColumn = (nullable = false) => Column({ type: 'int', nullable });
export const FlagColumn = (nullable = false) => Column({ type: 'boolean', nullable });
/** For measures such as areas of land; never for money or rates. */
export const DecimalColumn = (nullable = false) => Column({ type: 'double precision', nullable });
export const PathColumn = (nullable = false) => Column({ type: 'text', collation: 'C', nullable });
export const TextsColumn = () => Column({ type: 'text', array: true });
export const JsonColumn = (nullable = false) => Column({ type: 'jsonb', nullable });
/** AES-256-GCM bytes with the key's version in front; has no wire field of its own. */
export const SealedColumn = (nullable = false) => Column({ type: 'bytea', nullable, select: false });
