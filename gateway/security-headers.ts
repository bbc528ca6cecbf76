// The headers that keep a browser on its guard (安全响应头), the same for every answer, so that they are worked out once.
import type { IncomingMessage, ServerResponse } from 'node:http';
import helmet from 'helmet';

export const securityHeaders = headersOf(
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"], baseUri: ["'none'"], formAction: ["'none'"] },
    },
    xFrameOptions: { action: 'deny' },
  }),
);

/** Name, value, name, value: a head in this form is written without being looked at. */
export const securityHeaderList: readonly string[] = [...securityHeaders].flat();

function headersOf(middleware: ReturnType<typeof helmet>): Map<string, string> {
  const headers = new Map<string, string>();
  const response = {
    setHeader: (name: string, value: string) => headers.set(name, value),
    removeHeader: (name: string) => headers.delete(name),
  };
  middleware({} as IncomingMessage, response as unknown as ServerResponse, (error?: unknown) => {
    if (error) throw error;
  });
  return headers;
}
