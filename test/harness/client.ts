// A client of the graph as any app would be: HTTP only, a token in the header, errors with their codes.
import { DEMO_PASSWORD } from '../../start/prepare-database';
import { hear } from './heard-operations';

export interface GraphError {
  message: string;
  path?: (string | number)[];
  extensions: { code: string; zh?: string; en?: string; facts?: Record<string, unknown>; reference?: string };
}

export interface Answer<T = Record<string, never>> {
  status: number;
  data: T;
  errors: GraphError[];
}

export class GraphClient {
  constructor(
    readonly url: string,
    readonly token: string | null,
  ) {}

  static async signIn(url: string, account: string, password = DEMO_PASSWORD): Promise<GraphClient> {
    const { data, errors } = await new GraphClient(url, null).ask<{ signIn: { token: string } | null }>(
      'mutation($account: String!, $password: String!) { signIn(account: $account, password: $password) { token challenge } }',
      { account, password },
    );
    if (!data?.signIn)
      throw new Error(`${account} could not sign in: ${errors.map((error) => error.message).join('; ')}`);
    return new GraphClient(url, data.signIn.token);
  }

  async ask<T = any>(query: string, variables: Record<string, unknown> = {}): Promise<Answer<T>> {
    hear({ subgraph: null, query, variables });
    const response = await fetch(this.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(this.token ? { authorization: `Bearer ${this.token}` } : {}) },
      body: JSON.stringify({ query, variables }),
    });
    const body = (await response.json()) as { data?: T; errors?: GraphError[] };
    return { status: response.status, data: body.data as T, errors: body.errors ?? [] };
  }

  /** The data of an answer without a single error. */
  async get<T = any>(query: string, variables: Record<string, unknown> = {}): Promise<T> {
    const { data, errors } = await this.ask<T>(query, variables);
    if (errors.length > 0) throw new Error(JSON.stringify(errors));
    return data;
  }

  /** The code with which an operation is refused; fails when it is not. */
  async refused(query: string, variables: Record<string, unknown> = {}): Promise<string> {
    const { data, errors } = await this.ask(query, variables);
    const code = errors[0]?.extensions.code;
    if (!code) throw new Error(`was not refused: ${JSON.stringify(data)}`);
    return code;
  }
}
