// What a process is told by its environment, read once at its start; everything that is wrong is said at once.
import { z } from 'zod';

/** A setting with the sentence that tells an operator what it is for: 中文 · English. */
export function setting<T extends z.ZodType>(schema: T, says: string): T {
  return schema.meta({ says }) as T;
}

/** The same for a value that must never be shown, nor be a default one in production. */
export function secretSetting<T extends z.ZodType>(schema: T, says: string): T {
  return schema.meta({ says, secret: true }) as T;
}

export const wholeNumber = (from: number, to: number) => z.coerce.number().int().min(from).max(to);
export const port = () => wholeNumber(0, 65_535);
export const profile = () => z.enum(['demo', 'production']);

/** How operations are executed: by compiled plans, or plainly, by the packages' own executors, which say what is right. */
export type Execution = 'compiled' | 'plain';
export const execution = () =>
  setting(
    z.enum(['compiled', 'plain']).default('compiled'),
    '执行方式：compiled 编译执行，plain 用各程序包自带的执行器 · compiled execution, or plain: the executors of the packages',
  );

/** A PEM on one line with `\n` written out, as environment files want it. */
export const pem = () =>
  z
    .string()
    .transform((text) => text.replaceAll('\\n', '\n').trim())
    .refine((text) => /^-----BEGIN [A-Z ]+-----\n[\s\S]+\n-----END [A-Z ]+-----$/.test(text), {
      message: '应为 PEM 文本(换行可写作 \\n) · expected a PEM (newlines may be written as \\n)',
    });
export const key32 = () =>
  z.string().refine((text) => /^[A-Za-z0-9+/]{43}=$/.test(text), {
    message: '应为 32 字节的 base64 · expected 32 bytes in base64 (openssl rand -base64 32)',
  });
export const jsonOf = <T extends z.ZodType>(schema: T) =>
  z
    .string()
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text);
      } catch {
        // The parser's own message quotes the text, which may be a key.
        context.addIssue({ code: 'custom', message: '应为 JSON · expected JSON' });
        return z.NEVER;
      }
    })
    .pipe(schema);

export class SettingsError extends Error {
  override readonly name = 'SettingsError';
  constructor(readonly lines: readonly string[]) {
    super(
      [
        '设置有误,进程未启动;请改正后重试: · Settings are missing or wrong, nothing was started; mend these and try again:',
        ...lines.map((line) => `  - ${line}`),
      ].join('\n'),
    );
  }
}

type Meta = { says?: string; secret?: boolean };

// `.optional()` and `.default()` wrap a schema, and its description stays inside.
function metaOf(schema: unknown): Meta {
  const { meta, def } = schema as { meta?: () => Meta | undefined; def?: Record<string, unknown> };
  const own = (typeof meta === 'function' ? meta.call(schema) : undefined) ?? {};
  if (own.says) return own;
  const inner = def?.innerType ?? def?.in;
  return inner ? { ...metaOf(inner), ...own } : own;
}

const REASONS: Record<string, string> = {
  invalid_type: '类型不对 · wrong type',
  invalid_value: '不在允许的值之内 · not one of the allowed values',
  invalid_format: '格式不对 · wrong format',
  too_small: '太小或太短 · too small or too short',
  too_big: '太大或太长 · too big or too long',
  unrecognized_keys: '含有未知的键 · has unknown keys',
};

function reasonOf(issue: z.core.$ZodIssue): string {
  const inside = issue.path.length > 1 ? ` (${issue.path.length - 1} 层之内 · levels inside)` : '';
  if (issue.code === 'custom') return `${issue.message}${inside}`;
  const bounds =
    issue.code === 'too_small' ? ` (>= ${issue.minimum})` : issue.code === 'too_big' ? ` (<= ${issue.maximum})` : '';
  const values = issue.code === 'invalid_value' ? ` (${issue.values.map(String).join(' | ')})` : '';
  return `${REASONS[issue.code] ?? '不合要求 · not acceptable'}${bounds}${values}${inside}`;
}

const WORN_OUT = /^(demo|test|default|example|sample|change.?me|secret|password|passw0rd|postgres|admin|root|123456)/i;

/** Whether a secret is one that a demo, a tutorial or a hurried hand would use. */
export function isDemoSecret(value: string): boolean {
  let core = value;
  if (URL.canParse(value)) {
    const { username, password } = new URL(value);
    if (password === '') return false;
    if (password === username) return true;
    core = password;
  }
  const bytes = /^[A-Za-z0-9+/]{43}=$/.test(core) ? Buffer.from(core, 'base64') : Buffer.from(core);
  return WORN_OUT.test(core) || /BEGIN DEMO/.test(core) || new Set(bytes).size < 3;
}

/** The one setting that the graph in one process reads for its subgraphs, which are no processes with settings of their own. */
export function executionOf(env: NodeJS.ProcessEnv): Execution {
  return readSettings(z.object({ EXECUTION: execution() }), env).EXECUTION;
}

/** Reads `schema` from `env`; an empty variable counts as a missing one. Throws one `SettingsError` with all that is wrong. */
export function readSettings<T extends z.ZodObject>(schema: T, env: NodeJS.ProcessEnv): z.output<T> {
  const given: Record<string, string> = {};
  for (const name of Object.keys(schema.shape)) {
    const value = env[name];
    if (value !== undefined && value.trim() !== '') given[name] = value;
  }
  const lines = new Map<string, string>();
  const tell = (name: string, reason: string): void => {
    const { says } = metaOf(schema.shape[name]);
    if (!lines.has(name)) lines.set(name, `${name}: ${reason}${says ? `; ${says}` : ''}`);
  };
  const read = schema.safeParse(given);
  for (const issue of read.error?.issues ?? []) {
    const name = String(issue.path[0] ?? '');
    tell(name, name in given ? reasonOf(issue) : '缺少 · missing');
  }
  if (env.PROFILE === 'production' || (read.data as { PROFILE?: unknown } | undefined)?.PROFILE === 'production') {
    for (const [name, value] of Object.entries(given)) {
      if (metaOf(schema.shape[name]).secret && isDemoSecret(value)) {
        tell(name, '生产环境不接受默认或演示密钥 · a default or demo secret is refused in production');
      }
    }
  }
  if (!read.success || lines.size > 0) throw new SettingsError([...lines.values()]);
  return read.data;
}
