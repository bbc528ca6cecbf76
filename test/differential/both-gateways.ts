// Two gateways over one database, the plain one and the compiled one, with tokens that both take.
import { buildClientSchema, type GraphQLSchema, getIntrospectionQuery } from 'graphql';
import { GraphClient } from '../harness/client';
import { openWorld, type World, type WorldOptions } from '../harness/world';
import { type AuditRows, openAuditRows } from './audit-rows';
import { type Asks, openGatewayPool } from './compare-gateways';
import { askers, WITHOUT_APPOINTMENT } from './draw-caller';
import { furnishWorld } from './furnish-world';
import { type Values, worldValues } from './world-values';

/** Each gateway is asked from a loopback address of its own: the counts of refusals are kept by address. */
const FROM = { plain: '127.0.0.1', compiled: '127.0.0.2' } as const;
/** A busy machine is no difference. */
const PATIENT = { SUBGRAPH_TIMEOUT_MS: '60000' };
/** Its post is held by another account too. */
const LOSES_APPOINTMENT = 'district-gangcheng';

export interface BothWorlds {
  world: World;
  plain: Asks;
  compiled: Asks;
  rows: AuditRows;
  /** what clients see of the graph */
  schema: GraphQLSchema;
  values: Values;
  tokens: ReadonlyMap<string | null, string | null>;
  /** counts of the gateways' own refusals, by code and operation name */
  refusals(way: keyof typeof FROM): Promise<string[]>;
  close(): Promise<void>;
}

export const gatewayAskers = askers.filter((asker) => asker !== LOSES_APPOINTMENT);

/** `doors` bends what the compiled gateway's subgraphs answer, to see that it is found. */
export async function openBothGateways(doors?: WorldOptions['doors']): Promise<BothWorlds> {
  const world = await openWorld({ execution: 'plain', gateway: PATIENT });
  const other = await openWorld({
    execution: 'compiled',
    isPlannedHere: true,
    gateway: PATIENT,
    beside: world,
    ...(doors ? { doors } : {}),
  });
  await furnishWorld(world);
  const tokens = await signInAll(world);
  const nobody = new GraphClient(world.url, null);
  const schema = buildClientSchema(await nobody.get(getIntrospectionQuery({ descriptions: false })));
  const rows = await openAuditRows(world);
  const plain = openGatewayPool(world.url, FROM.plain);
  const compiled = openGatewayPool(other.url, FROM.compiled);
  return {
    world,
    plain,
    compiled,
    rows,
    schema,
    tokens,
    values: await worldValues(world),
    async refusals(way) {
      const { rows: counts } = await world.sql.query<{ told: string }>(
        `select code || ' ' || operation_name || ' ' || sum(count) as told from gateway.refusal where address = $1
         group by code, operation_name order by 1`,
        [FROM[way]],
      );
      return counts.map(({ told }) => told);
    },
    async close() {
      await Promise.all([plain.close(), compiled.close(), rows.close()]);
      await other.close();
      await world.close();
    },
  };
}

async function signInAll(world: World): Promise<Map<string | null, string | null>> {
  const secadmin = await world.as('secadmin');
  const person = world.city.demoAccounts.find(({ account }) => account === LOSES_APPOINTMENT)?.personId;
  const held = world.city.appointments.find(({ personId }) => personId === person);
  await secadmin.get('mutation($id: ID!) { endAppointment(id: $id, reason: "调离岗位") { id } }', { id: held?.id });
  const tokens = new Map<string | null, string | null>();
  for (const asker of gatewayAskers) {
    const account = asker === WITHOUT_APPOINTMENT ? LOSES_APPOINTMENT : asker;
    tokens.set(asker, (await world.as(account)).token);
  }
  return tokens;
}
