// Households opened for W9 and W10 (导入导出台): the product's own scope over the bench's database, and the other subgraphs to ask.
import { columnTypes, makeDataSource, poolOf } from '#platform/database/data-source';
import { InScope } from '#platform/database/in-scope';
import { PersonalData } from '#platform/database/personal-data';
import { ReadTrips } from '#platform/database/read-trips';
import { RegionScope } from '#platform/database/region-scope';
import { RoleNames } from '#platform/database/roles';
import type { Context } from '#platform/graph/context';
import type { OpenSubgraph } from '#platform/graph/subgraph';
import type { Log } from '#platform/process/log';
import type { Caller } from '#platform/vocabulary/caller';
import { environmentOf } from '../../start/environment';
import { openInProcess } from '../../start/open-in-process';
import type { BenchDatabase } from '../ground/prepare-database';

export interface SheetBench {
  personalData: PersonalData;
  households: OpenSubgraph;
  contextOf(caller: Caller): Pick<Context<never>, 'caller' | 'inScope' | 'ask'>;
  close(): Promise<void>;
}

export async function openSheetBench({ secrets, addresses }: BenchDatabase, log: Log): Promise<SheetBench> {
  const open = await openInProcess(secrets, addresses, log);
  const roles = new RoleNames(addresses.rolePrefix, 'households');
  const url = environmentOf('households', secrets, addresses).HOUSEHOLDS_DATABASE_URL ?? '';
  const source = makeDataSource({ url, roles, poolSize: 4, entities: [] });
  await source.initialize();
  const regions = new RegionScope(() => poolOf(source), 'households');
  const reach = { dataSource: source, roles, regions, trips: new ReadTrips(poolOf(source), columnTypes) };
  return {
    personalData: new PersonalData({ keys: secrets.personalDataKeys, blindIndexKey: secrets.blindIndexKey }),
    households: open.households,
    contextOf: (caller) => ({
      caller,
      inScope: new InScope(reach, caller),
      async ask<T>(subgraph: keyof typeof open, query: string, variables?: Record<string, unknown>) {
        const { data, errors } = await open[subgraph].execute(
          { query, variables },
          { ...caller, service: 'households' },
        );
        if (errors?.[0]) throw new Error(errors[0].message);
        return JSON.parse(JSON.stringify(data)) as T;
      },
    }),
    async close() {
      await source.destroy();
      for (const subgraph of Object.values(open)) await subgraph.close();
    },
  };
}
