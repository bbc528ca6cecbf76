// What the gateway is told by its environment.
import { z } from 'zod';
import {
  execution,
  pem,
  port,
  profile,
  readSettings,
  secretSetting,
  setting,
  wholeNumber,
} from '#platform/process/settings';

const list = z.string().transform((text) =>
  text
    .split(',')
    .map((each) => each.trim())
    .filter(Boolean),
);

export const gatewaySettingsSchema = z.object({
  PROFILE: setting(profile().default('production'), 'demo 或 production · demo or production'),
  HOST: setting(z.string().min(1).default('127.0.0.1'), '监听地址 · address to listen on'),
  PORT: setting(port().default(4000), '监听端口 · port to listen on'),
  GATEWAY_DATABASE_URL: secretSetting(
    z.url({ protocol: /^postgres(ql)?$/ }),
    "网关自己的数据库登录 · the gateway's own database login, postgresql://…",
  ),
  POOL_SIZE: setting(wholeNumber(1, 200).default(10), '数据库连接数 · database connections'),
  TOKEN_PUBLIC_KEY: setting(pem(), '核对访问令牌的公钥 · public key of access tokens (Ed25519, PEM)'),
  TOKEN_ISSUER: setting(z.string().min(1).default('organisation'), '令牌签发者 · issuer of access tokens'),
  TOKEN_AUDIENCE: setting(z.string().min(1).default('graph'), '令牌受众 · audience of access tokens'),
  SUBGRAPH_TIMEOUT_MS: setting(
    wholeNumber(50, 60_000).default(2000),
    '查询子图的时限（毫秒）· how long a query waits for a subgraph, ms',
  ),
  MUTATION_TIMEOUT_MS: setting(
    wholeNumber(50, 600_000).default(15_000),
    '办理子图的时限（毫秒）· how long a mutation waits for a subgraph, ms',
  ),
  EXECUTION: execution(),
  BODY_LIMIT_BYTES: setting(
    wholeNumber(1024, 64 * 1024 * 1024).default(1_048_576),
    '请求体上限 · largest request body',
  ),
  FILE_LIMIT_BYTES: setting(
    wholeNumber(1024, 100 * 1024 * 1024).default(10 * 1024 * 1024),
    '单个文件上限（字节）· largest file in bytes',
  ),
  FILES_IN_FLIGHT: setting(wholeNumber(1, 1000).default(16), '同时收发的文件上限 · most files on their way at a time'),
  NOTICE_STREAMS: setting(
    wholeNumber(0, 100_000).default(500),
    '提醒推送连接上限，0 为关闭 · most open streams of notices, 0 for none',
  ),
  NOTICE_STREAMS_OF_PERSON: setting(
    wholeNumber(1, 100).default(4),
    '每人提醒推送连接上限 · most open streams of one person',
  ),
  NOTICE_EVERY_MS: setting(
    wholeNumber(50, 600_000).default(3000),
    '每隔多久查看新提醒并核对会话（毫秒）· how often a stream looks for notices and checks its session, ms',
  ),
  NOTICE_HEARTBEAT_MS: setting(
    wholeNumber(50, 600_000).default(15_000),
    '无新提醒时多久发一次心跳（毫秒）· how often a silent stream shows that it lives, ms',
  ),
  MAX_TOKENS: setting(wholeNumber(100, 20_000).default(2000), '查询词数上限 · most tokens of a query'),
  MAX_DEPTH: setting(wholeNumber(1, 100).default(12), '查询深度上限 · deepest query'),
  MAX_ALIASES: setting(wholeNumber(0, 1000).default(30), '别名上限 · most aliases'),
  MAX_COST: setting(wholeNumber(1, 1_000_000).default(5000), '查询代价上限 · costliest query'),
  MAX_IN_FLIGHT: setting(wholeNumber(1, 100_000).default(1000), '同时处理的请求上限 · most requests at a time'),
  TARGET_LATENCY_MS: setting(
    wholeNumber(10, 60_000).default(400),
    '超过此时长即减少同时处理的请求（毫秒）· latency above which fewer requests run at a time, ms',
  ),
  SUBGRAPH_IN_FLIGHT: setting(
    wholeNumber(1, 10_000).default(64),
    '对每个子图同时的查询上限 · most calls to a subgraph at a time',
  ),
  SUBGRAPH_QUEUE: setting(
    wholeNumber(0, 10_000).default(256),
    '每个子图的等候上限，超过即拒 · most calls that wait for a subgraph, more are refused',
  ),
  BREAKER_FAILURES: setting(
    wholeNumber(1, 10_000).default(10),
    '十秒内失败多少次即断开子图 · failures within ten seconds that open a breaker',
  ),
  BREAKER_PAUSE_MS: setting(
    wholeNumber(50, 600_000).default(2000),
    '断开后多久试探（毫秒）· how long an open breaker waits before a probe, ms',
  ),
  SUPERGRAPH_FILE: setting(
    z.string().min(1).optional(),
    '联合模式文件，变更即热更新 · file of the supergraph, taken anew when it changes',
  ),
  DRAIN_DELAY_MS: setting(
    wholeNumber(0, 60_000).default(0),
    '停止前先报未就绪并继续服务的时长（毫秒）· how long a stopping gateway is not ready and still serves, ms',
  ),
  INTROSPECTION: setting(
    z.enum(['on', 'off']).optional(),
    '内省与网页工具，默认仅演示环境开放 · introspection and explorer, on in the demo profile only unless told',
  ),
  ALLOWED_ORIGINS: setting(
    list.default([]),
    '允许的其他网站来源，逗号分隔 · other origins that may ask, comma-separated',
  ),
});
export type GatewaySettings = z.infer<typeof gatewaySettingsSchema>;

const address = (name: string) =>
  setting(z.url({ protocol: /^https?$/ }), `${name} 子图地址 · address of the subgraph ${name}, http://host:port`);

/** What it must know beyond that when its subgraphs are processes of their own. */
export const httpModeSchema = gatewaySettingsSchema.extend({
  PASSPORT_PRIVATE_KEY: secretSetting(pem(), '签发内部凭证的私钥 · private key of passports (Ed25519, PKCS8 PEM)'),
  ORGANISATION_URL: address('organisation'),
  HOUSEHOLDS_URL: address('households'),
  ASSESSMENTS_URL: address('assessments'),
  FUNDS_URL: address('funds'),
  LOG_LEVEL: setting(z.string().default('info'), '日志级别 · log level'),
  WORKERS: setting(
    wholeNumber(1, 64).optional(),
    '同一端口上的进程数，由主管进程看管 · processes behind the port, under a supervisor',
  ),
});

export function gatewaySettings(env: NodeJS.ProcessEnv): GatewaySettings {
  return readSettings(gatewaySettingsSchema, env);
}

export function isExplorable(settings: GatewaySettings): boolean {
  return (settings.INTROSPECTION ?? (settings.PROFILE === 'demo' ? 'on' : 'off')) === 'on';
}
