// What a process writes about itself, with names, numbers and secrets of people kept out.
import { type DestinationStream, destination, type Logger, pino, stdTimeFunctions } from 'pino';

export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error' | 'fatal'>;

const HIDDEN = '[hidden]';
const DEPTH = 8;

// 等保三级 and the Personal Information Protection Law (个人信息保护法): a log is read by people who may not see these.
const SECRET_KEYS =
  /token|authorization|cookie|password|passwd|secret|private_?key|passport|id_?number|id_?card|phone|mobile|card_?number|^card$|bank_?card|bank_?account|diagnosis/i;

// An identity number, a bank card and a mobile number that hide inside free text, such as a database's error.
const PERSONAL_NUMBERS = /(?<![0-9])(?:\d{17}[\dXx]|\d{15,19}|1[3-9]\d{9})(?![0-9])/g;

export function withoutPersonalNumbers(text: string): string {
  return text.replace(PERSONAL_NUMBERS, HIDDEN);
}

// Only these parts: a driver's error also carries the failing row (`detail`), the query and its parameters.
function tellError(error: Error, depth: number): Record<string, unknown> {
  const { code, cause } = error as Error & { code?: unknown };
  return {
    type: error.name,
    message: withoutPersonalNumbers(error.message),
    ...(typeof code === 'string' || typeof code === 'number' ? { code } : {}),
    stack: withoutPersonalNumbers(error.stack ?? ''),
    ...(cause instanceof Error && depth < DEPTH ? { cause: tellError(cause, depth + 1) } : {}),
  };
}

export function redacted(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return withoutPersonalNumbers(value);
  if (typeof value === 'bigint') return withoutPersonalNumbers(value.toString());
  if (typeof value === 'number') {
    const told = withoutPersonalNumbers(String(value));
    return told === String(value) ? value : told;
  }
  if (value instanceof Error) return tellError(value, depth);
  if (value instanceof Date) return value;
  if (Buffer.isBuffer(value)) return `[${value.length} bytes]`;
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= DEPTH) return '[deep]';
  if (Array.isArray(value)) return value.map((each) => redacted(each, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, SECRET_KEYS.test(key) ? HIDDEN : redacted(each, depth + 1)]),
  );
}

export interface LogOptions {
  level?: string;
  /** A file's path or a stream; the standard output when left out. */
  destination?: string | DestinationStream;
}

/** One log a process; `name` says which process speaks. */
export function createLog(name: string, options: LogOptions = {}): Logger {
  const target = options.destination ?? 1;
  const stream = typeof target === 'object' ? target : destination({ dest: target, mkdir: true, sync: true });
  const log = pino(
    {
      name,
      level: options.level ?? process.env.LOG_LEVEL ?? 'info',
      timestamp: stdTimeFunctions.isoTime,
      // The parts are already told by `redacted`; pino's own serializer would only add the driver's fields again.
      serializers: { err: (told: unknown) => told },
      hooks: {
        logMethod(args, method) {
          const [first, ...rest] = args as [unknown, ...unknown[]];
          const told =
            first instanceof Error
              ? [{ err: redacted(first) }, ...(rest.length > 0 ? rest : [first.message]).map((each) => redacted(each))]
              : [first, ...rest].map((each) => redacted(each));
          method.apply(this, told as Parameters<typeof method>);
        },
      },
    },
    stream,
  );
  // A child's bindings pass by the hook above and by pino's formatter; children of children inherit this one.
  const { child } = log;
  log.child = function redactedChild(this: Logger, bindings: object, options?: object) {
    return child.call(this, redacted(bindings) as Record<string, unknown>, options);
  } as Logger['child'];
  return log;
}
