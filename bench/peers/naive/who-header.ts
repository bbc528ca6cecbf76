// How NAIVE's gateway tells its subgraphs who asks: one header with what the session check answered, on a network that is trusted.
import type { Standing } from '../../../gateway/who/session-standing';

export const WHO_HEADER = 'x-who';

export function whoHeader(standing: Standing): string {
  return JSON.stringify(standing);
}

export function whoOf(header: string | string[] | undefined): Standing | null {
  return typeof header === 'string' ? (JSON.parse(header) as Standing) : null;
}
