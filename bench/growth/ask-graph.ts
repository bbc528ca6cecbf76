// One question to a graph over a connection that stays open, with the time that its answer took.
import { Client } from 'undici';

export interface Answered {
  milliseconds: number;
  text: string;
}

export class GraphConnection {
  private readonly client: Client;

  constructor(origin: string) {
    this.client = new Client(origin, { pipelining: 1 });
  }

  /** Throws for anything but a 200: a refused question has measured nothing. */
  async ask(question: { query: string; variables: unknown }, token: string): Promise<Answered> {
    const body = JSON.stringify(question);
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
    const began = performance.now();
    const answer = await this.client.request({ path: '/graphql', method: 'POST', headers, body });
    const text = await answer.body.text();
    const milliseconds = performance.now() - began;
    if (answer.statusCode !== 200 || text.includes('"errors":['))
      throw new Error(`${answer.statusCode} ${text.slice(0, 400)}\n${question.query}`);
    return { milliseconds, text };
  }

  close(): Promise<void> {
    return this.client.close();
  }
}
