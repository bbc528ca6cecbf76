// Canonical JSON (规范化 JSON) and its SHA-256: a rule pack, a payload, or the inputs of a decision, are known by their content.
import { createHash } from 'node:crypto';

/**
 * Keys sorted by code unit, no spaces, numbers as ECMAScript prints them (as RFC 8785 does); a bigint is an integer
 * literal, an absent field is left out. What has no JSON form (NaN, a Map, a function) is a fault, never a silent `{}`:
 * two different things would otherwise have one hash.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'bigint') return value.toString();
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value instanceof Date) return JSON.stringify(value.toISOString());
  if (isRecord(value)) {
    const entries = Object.keys(value)
      .filter((key) => value[key] !== undefined)
      .sort()
      .map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key])}`);
    return `{${entries.join(',')}}`;
  }
  throw new TypeError(
    `no canonical form: ${typeof value === 'number' ? value : Object.prototype.toString.call(value)}`,
  );
}

export function sha256Of(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

export function contentHash(value: unknown): string {
  return sha256Of(canonicalJson(value));
}

/** The name under which a rule pack (规则包) is adopted, and which each decision made by it stores. */
export function packHash(pack: object): string {
  return contentHash(pack);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return Object.prototype.toString.call(value) === '[object Object]';
}
