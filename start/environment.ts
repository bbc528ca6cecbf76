// The environment (环境变量) of each process, from the secrets and the addresses: the same names that docker-compose.yml sets.
import { type SubgraphName, subgraphNames } from '#platform/database/roles';
import type { Secrets } from './secrets';

export type Environment = Record<string, string>;
export type ProcessName = SubgraphName | 'gateway';

export interface Addresses {
  profile: 'demo' | 'production';
  host: string;
  port: number;
  /** ports of the subgraphs in HTTP mode */
  subgraphPorts: Readonly<Record<SubgraphName, number>>;
  /** the migrator's; logins of the app roles are on the same server and database unless told otherwise */
  databaseUrl: string;
  databaseUrls?: Partial<Record<ProcessName, string>>;
  rolePrefix: string;
  /** where evidence files are kept, unless FILES_DIR tells */
  filesDir?: string;
  /** gateways behind the port in HTTP mode, with a supervisor above each service; when left out, one process each */
  workers?: number;
}

/** Settings with a default in the process itself, handed on when the operator gave them. */
const handedOn = [
  'LOG_LEVEL',
  'EXECUTION',
  'POOL_SIZE',
  'SUBGRAPH_TIMEOUT_MS',
  'MUTATION_TIMEOUT_MS',
  'BODY_LIMIT_BYTES',
  'FILE_LIMIT_BYTES',
  'FILES_DIR',
  'MAX_TOKENS',
  'MAX_DEPTH',
  'MAX_ALIASES',
  'MAX_COST',
  'MAX_IN_FLIGHT',
  'TARGET_LATENCY_MS',
  'SUBGRAPH_IN_FLIGHT',
  'SUBGRAPH_QUEUE',
  'BREAKER_FAILURES',
  'BREAKER_PAUSE_MS',
  'DRAIN_DELAY_MS',
  'SUPERGRAPH_FILE',
  'INTROSPECTION',
  'ALLOWED_ORIGINS',
  'SECOND_FACTOR_KEY',
  'OIDC_ISSUER',
  'OIDC_AUDIENCE',
  'OIDC_JWKS_URL',
  'OIDC_JWKS_FILE',
  'OIDC_ACCOUNT_CLAIM',
] as const;

/** By which notices leave: keys for the one process that sends, and for no other. */
const ofNotices = ['SMS_URL', 'SMS_KEY', 'DINGTALK_URL', 'DINGTALK_SECRET', 'DELIVERY_PAUSE_MS'] as const;

function given(names: readonly string[]): Environment {
  return Object.fromEntries(names.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])));
}

export function environmentOf(name: ProcessName, secrets: Secrets, at: Addresses): Environment {
  const urls = Object.fromEntries(
    subgraphNames.map((subgraph) => [
      `${subgraph.toUpperCase()}_URL`,
      `http://${at.host}:${at.subgraphPorts[subgraph]}`,
    ]),
  );
  const common: Environment = {
    ...(at.filesDir && name !== 'gateway' ? { FILES_DIR: at.filesDir } : {}),
    ...given(handedOn),
    ...(name === 'assessments' ? given(ofNotices) : {}),
    PROFILE: at.profile,
    HOST: at.host,
    PORT: String(name === 'gateway' ? at.port : at.subgraphPorts[name]),
    ROLE_PREFIX: at.rolePrefix,
    [`${name.toUpperCase()}_DATABASE_URL`]:
      at.databaseUrls?.[name] ?? loginUrl(at, name, secrets.databasePasswords[name]),
    TOKEN_PUBLIC_KEY: secrets.token.publicKey,
    TOKEN_ISSUER: 'organisation',
    TOKEN_AUDIENCE: 'graph',
    ...urls,
  };
  if (name === 'gateway')
    return { ...common, ...workersOf(at.workers), PASSPORT_PRIVATE_KEY: secrets.passport.privateKey };
  return {
    ...common,
    // One is enough to start the next before it goes.
    ...workersOf(at.workers && 1),
    PASSPORT_PUBLIC_KEY: secrets.passport.publicKey,
    SERVICE_PRIVATE_KEY: secrets.services[name].privateKey,
    SERVICE_PUBLIC_KEYS: JSON.stringify(
      Object.fromEntries(subgraphNames.map((service) => [service, secrets.services[service].publicKey])),
    ),
    ...(name === 'organisation' ? { TOKEN_PRIVATE_KEY: secrets.token.privateKey } : {}),
    ...(name === 'households' || name === 'assessments' || name === 'funds'
      ? { PERSONAL_DATA_KEYS: JSON.stringify(secrets.personalDataKeys), BLIND_INDEX_KEY: secrets.blindIndexKey }
      : {}),
  };
}

function workersOf(workers: number | undefined): Environment {
  return workers === undefined ? {} : { WORKERS: String(workers) };
}

function loginUrl(at: Addresses, name: ProcessName, password: string): string {
  const url = new URL(at.databaseUrl);
  url.username = `${at.rolePrefix}_${name}`;
  url.password = password;
  return url.toString();
}
