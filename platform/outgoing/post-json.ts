// Posts JSON to a carrier (运营方): five seconds, no redirect, and an answer whose text is read but never told.

const TIME_LIMIT_MS = 5000;

export interface Posted {
  /** null where nobody answered */
  status: number | null;
  body: unknown;
}

export async function postJson(url: URL, body: object, headers: Record<string, string> = {}): Promise<Posted> {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
      body: JSON.stringify(body),
      // A carrier that sends elsewhere would take the key with it.
      redirect: 'error',
      signal: AbortSignal.timeout(TIME_LIMIT_MS),
    });
    return { status: answer.status, body: parsed(await answer.text()) };
  } catch {
    return { status: null, body: null };
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
