// The tour's own client of the graph: HTTP and nothing else, as any app in another language would have to do it.

/** Exists in the demo profile only; the start prints it beside the accounts. */
export const TOUR_PASSWORD = 'Laiwu-demo-2018';

const MOST_MS = 60_000;

export interface GraphError {
  message: string;
  path?: (string | number)[];
  extensions?: { code?: string };
}

export interface Answer<T> {
  data: T | null;
  errors: GraphError[];
}

export class GraphUnreachable extends Error {}

/** An operation that should have gone through was refused or broke. */
export class NotAnswered extends Error {}

export class TourClient {
  constructor(
    readonly url: string,
    readonly token: string | null,
  ) {}

  static async signIn(url: string, account: string): Promise<TourClient> {
    const { signIn } = await new TourClient(url, null).get<{ signIn: { token: string | null } | null }>(
      'mutation($account: String!, $password: String!) { signIn(account: $account, password: $password) { token } }',
      { account, password: TOUR_PASSWORD },
    );
    if (!signIn?.token) throw new NotAnswered(`${account}: 未能登录 · could not sign in`);
    return new TourClient(url, signIn.token);
  }

  async ask<T>(query: string, variables: Record<string, unknown> = {}): Promise<Answer<T>> {
    const answer = await this.post(JSON.stringify({ query, variables }));
    const body = (await answer.json().catch(() => null)) as { data?: T | null; errors?: GraphError[] } | null;
    if (body === null || typeof body !== 'object' || !('data' in body || 'errors' in body))
      throw new GraphUnreachable(`HTTP ${answer.status}`);
    return { data: body.data ?? null, errors: body.errors ?? [] };
  }

  /** The data of an answer without a single error. */
  async get<T>(query: string, variables: Record<string, unknown> = {}): Promise<T> {
    const { data, errors } = await this.ask<T>(query, variables);
    const told = errors.map((error) => `${codeOf(error)} ${error.path?.join('.') ?? ''}: ${error.message}`);
    if (data === null || told.length > 0) throw new NotAnswered(told.join('; ') || '没有数据 · no data');
    return data;
  }

  private async post(body: string): Promise<Response> {
    const headers = {
      'content-type': 'application/json',
      ...(this.token === null ? {} : { authorization: `Bearer ${this.token}` }),
    };
    try {
      return await fetch(this.url, { method: 'POST', headers, body, signal: AbortSignal.timeout(MOST_MS) });
    } catch (error) {
      const { message, cause } = error as Error & { cause?: { code?: string } };
      throw new GraphUnreachable(cause?.code ?? message);
    }
  }
}

export function codeOf(error: GraphError | undefined): string {
  return error?.extensions?.code ?? '';
}
