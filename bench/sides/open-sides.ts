// Opens the sides, one after the other: the processes of this project first, because a peer may ask them.
import { subgraphNames } from '#platform/database/roles';
import type { Addresses } from '../../start/environment';
import type { NamedProcess } from '../measure/process-cpu';
import { type ServedName, sideKinds } from '../peers/all-peers';
import { Child } from '../process/child';
import { freePorts } from '../process/free-ports';
import type { SideSetup } from '../serve-graph';
import { openServed, type ServedSide } from './served-side';

/** The same addresses with ports of their own for five processes. */
export async function servicesSetup({ secrets, addresses }: SideSetup): Promise<SideSetup> {
  const [port = 0, ...others] = await freePorts(addresses.host, subgraphNames.length + 1);
  const subgraphPorts = Object.fromEntries(subgraphNames.map((name, at) => [name, others[at]]));
  return { secrets, addresses: { ...addresses, port, subgraphPorts: subgraphPorts as Addresses['subgraphPorts'] } };
}

export async function openSides(names: readonly ServedName[], setup: SideSetup): Promise<Map<ServedName, ServedSide>> {
  const services = await servicesSetup(setup);
  const open = new Map<ServedName, ServedSide>();
  let subgraphs: readonly NamedProcess[] = [];
  for (const name of names) {
    const { file, behindServices } = sideKinds[name];
    const given = name === 'services' || behindServices ? services : setup;
    const side = await openPatiently(name, file, given, behindServices ? subgraphs : []);
    if (name === 'services')
      subgraphs = side.processes.filter((each) => (subgraphNames as readonly string[]).includes(each.name));
    open.set(name, side);
  }
  return open;
}

const TRIES = 3;

/** A machine that is busy for a moment runs into the time limits of a start. */
async function openPatiently(
  name: ServedName,
  file: string,
  setup: SideSetup,
  alsoAsked: readonly NamedProcess[],
): Promise<ServedSide> {
  for (let again = 1; ; again++) {
    const child = new Child(name, file);
    try {
      return await openServed(child, name, setup, alsoAsked);
    } catch (error) {
      await child.end();
      if (again === TRIES) throw error;
      process.stderr.write(`! ${(error as Error).message.split('\n')[0]}，重试 · trying again\n`);
    }
  }
}
