// A process of its own that opens a world and asks it, with every attempt to reach an address written down; run by offline.test.ts.
import dns from 'node:dns';
import net from 'node:net';

/** Hosts that were dialled, and names that were looked up. */
const dialled: string[] = [];
const named: string[] = [];

const isHere = (host: string) => /^(127\.|::1$|::ffff:127\.|localhost$|0\.0\.0\.0$)/.test(host) || host.startsWith('/');

function watch(): void {
  const { connect } = net.Socket.prototype;
  net.Socket.prototype.connect = function watched(this: net.Socket, ...args: unknown[]) {
    const [first] = (Array.isArray(args[0]) ? args[0] : args) as unknown[];
    const to =
      typeof first === 'object' && first !== null
        ? (first as { host?: string; path?: string })
        : {
            host: typeof args[1] === 'string' ? args[1] : undefined,
            path: typeof first === 'string' ? first : undefined,
          };
    const host = to.path ?? to.host ?? 'localhost';
    dialled.push(host);
    // Nothing leaves the machine, not even from a test that would find it out.
    if (!isHere(host)) throw Object.assign(new Error(`outside: ${host}`), { code: 'ENETUNREACH' });
    return (connect as (...all: unknown[]) => net.Socket).apply(this, args);
  } as typeof net.Socket.prototype.connect;
  const lookup = dns.lookup;
  const watchedLookup = (name: string, ...rest: unknown[]) => {
    named.push(name);
    if (!isHere(name)) throw Object.assign(new Error(`outside: ${name}`), { code: 'ENOTFOUND' });
    return (lookup as (...all: unknown[]) => void)(name, ...rest);
  };
  Object.assign(dns, { lookup: watchedLookup });
  for (const way of ['resolve', 'resolve4', 'resolve6', 'resolveAny', 'resolveSrv', 'resolveTxt'] as const)
    Object.assign(dns, { [way]: (name: string) => void named.push(name) });
}

async function askEverything(mode: 'in-process' | 'services'): Promise<number> {
  const { openWorld } = await import('../harness/world.js');
  const world = await openWorld({ mode });
  try {
    const region = world.city.regions.find((each) => each.kind === 'city')?.id;
    const director = await world.as('city-director');
    const { data } = await director.ask(
      'query($id: ID!) { me { post } region(id: $id) { name householdSummary(year: 2018) { households } funds(year: 2018) { paid } taskSummary(quarter: "2018Q1") { tasks } } }',
      { id: region },
    );
    await director.ask('query IntrospectionQuery { __schema { types { name } } }');
    await (await world.as('city-assessor')).ask(
      'mutation { proposeLights(quarter: "2018Q1", idempotencyKey: "offline-2018Q1") { id } }',
    );
    await (await world.as('citizen')).ask('{ nothing }');
    const origin = new URL(world.url).origin;
    for (const path of ['/graphiql', '/health/live', '/health/ready', '/metrics'])
      await (await fetch(`${origin}${path}`)).text();
    // Telemetry that waits for a quiet moment gets one.
    await new Promise((resolve) => setTimeout(resolve, 500));
    return (
      (data as { region?: { householdSummary?: { households: number } } }).region?.householdSummary?.households ?? 0
    );
  } finally {
    await world.close();
  }
}

/** The control: an attempt outside is written down, and does not get out. */
async function tryOutside(): Promise<void> {
  await fetch('http://telemetry.invalid/').catch(() => undefined);
  try {
    net.connect({ host: '192.0.2.1', port: 9 }).on('error', () => undefined);
  } catch {
    // turned away, as it should be
  }
}

async function main(): Promise<void> {
  watch();
  const households =
    process.argv[2] === 'outside'
      ? await tryOutside().then(() => 0)
      : await askEverything(process.argv[2] as 'services');
  const outside = [...dialled, ...named].filter((host) => !isHere(host));
  process.stdout.write(`${JSON.stringify({ households, dials: dialled.length, outside: [...new Set(outside)] })}\n`);
}

if (require.main === module)
  main().then(
    () => process.exit(0),
    (error: Error) => {
      process.stderr.write(`${error.stack}\n`);
      process.exit(1);
    },
  );
