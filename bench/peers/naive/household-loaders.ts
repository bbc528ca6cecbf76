// What NAIVE batches within a request: households by id, and what hangs on each of them.
import DataLoader from 'dataloader';
import type { EntityManager } from 'typeorm';
import { In } from 'typeorm';
import { Household, Member, Pairing, Visit } from './household-entities';
import { callerOf, type NaiveContext } from './in-transaction';
import { groupBy, mapBy } from './naive-subgraph';

export interface HouseholdLoaders {
  household: DataLoader<string, Household | null>;
  members: DataLoader<string, Member[]>;
  helper: DataLoader<string, string | null>;
  lastVisit: DataLoader<string, Visit | null>;
}
export type HouseholdsContext = NaiveContext<HouseholdLoaders>;

export function householdLoaders(context: HouseholdsContext): HouseholdLoaders {
  const batch = <V>(load: (manager: EntityManager, ids: string[]) => Promise<Map<string, V>>, none: V) =>
    new DataLoader<string, V>(async (ids) => {
      const found = await context.rows.inTransaction(callerOf(context), (manager) => load(manager, [...ids]));
      return ids.map((id) => found.get(id) ?? none);
    });
  return {
    household: batch<Household | null>(async (manager, ids) => {
      const found = await manager.getRepository(Household).find({ where: { id: In(ids) } });
      return mapBy(found, ({ id }) => id);
    }, null),
    members: batch<Member[]>(async (manager, ids) => {
      const members = manager
        .getRepository(Member)
        .createQueryBuilder('m')
        .where({ householdId: In(ids) });
      const found = await members
        .addSelect(`m.relation <> 'head'`, 'after_head')
        .orderBy('after_head')
        .addOrderBy('m.id')
        .getMany();
      return groupBy(found, ({ householdId }) => householdId);
    }, []),
    helper: batch<string | null>(async (manager, ids) => {
      const found = await manager
        .getRepository(Pairing)
        .createQueryBuilder('p')
        .where({ householdId: In(ids) })
        .andWhere(`p.validFrom <= (now() at time zone 'Asia/Shanghai')::date`)
        .andWhere(`(p.validTo is null or p.validTo > (now() at time zone 'Asia/Shanghai')::date)`)
        .getMany();
      return new Map(found.map(({ householdId, helperId }) => [householdId, helperId]));
    }, null),
    lastVisit: batch<Visit | null>(async (manager, ids) => {
      const found = await manager
        .getRepository(Visit)
        .createQueryBuilder('v')
        .distinctOn(['v.householdId'])
        .where({ householdId: In(ids) })
        .orderBy('v.householdId')
        .addOrderBy('v.visitedOn', 'DESC')
        .addOrderBy('v.id', 'DESC')
        .getMany();
      return mapBy(found, ({ householdId }) => householdId);
    }, null),
  };
}
