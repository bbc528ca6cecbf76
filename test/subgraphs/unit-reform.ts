// A reform of bureaus as tests carry it out: proposed by the city's officer, approved and carried out by its director, in a world of its own.
import type { GraphClient } from '../harness/client';
import { openWorld, type World } from '../harness/world';

export const PROPOSE = 'mutation($input: ProposeUnitChangeInput!) { proposeUnitChange(input: $input) { id state } }';
export const APPROVE =
  'mutation($id: ID!) { approveUnitChange(id: $id, documentNumber: "鲁编办发〔2018〕12号（拟）") { state } }';
export const EXECUTE = 'mutation($id: ID!) { executeUnitChange(id: $id) { state epoch progress { subgraph done } } }';

export const reform = (effectiveOn: string, steps: object[]) => ({
  input: { title: '机构改革演练', effectiveOn, steps },
});

export interface UnitReform {
  world: World;
  officer: GraphClient;
  director: GraphClient;
  unit(code: string): World['city']['units'][number];
  propose(effectiveOn: string, steps: object[]): Promise<string>;
  carryOut(effectiveOn: string, steps: object[]): Promise<{ epoch: number; progress: { subgraph: string }[] }>;
  /** outside row-level security */
  rows(sql: string, values?: unknown[]): Promise<any[]>;
  /** the constraint that a statement breaks */
  broken(sql: string, values?: unknown[]): Promise<string | undefined>;
}

export async function openUnitReform(): Promise<UnitReform> {
  const world = await openWorld();
  const [officer, director] = [await world.as('city-officer'), await world.as('city-director')];
  const propose = async (effectiveOn: string, steps: object[]) =>
    (await officer.get(PROPOSE, reform(effectiveOn, steps))).proposeUnitChange.id as string;
  return {
    world,
    officer,
    director,
    propose,
    unit(code) {
      const found = world.city.units.find((each) => each.code === code);
      if (!found) throw new Error(code);
      return found;
    },
    async carryOut(effectiveOn, steps) {
      const id = await propose(effectiveOn, steps);
      await director.get(APPROVE, { id });
      const { executeUnitChange: executed } = await director.get(EXECUTE, { id });
      await appliedEverywhere(world, executed.epoch);
      return executed;
    },
    rows: async (sql, values = []) => (await world.sql.query(sql, values)).rows,
    broken: (sql, values = []) =>
      world.sql.query(sql, values).then(
        () => 'done',
        (error: { constraint?: string }) => error.constraint,
      ),
  };
}

/** Subgraphs catch up by themselves; who has no region in his scope is not told that one of them still does. */
async function appliedEverywhere(world: World, epoch: number): Promise<void> {
  const behind =
    'select min(epoch) < $1 as waits from (select epoch from households.scope_epoch union all select epoch from assessments.scope_epoch union all select epoch from funds.scope_epoch) as applied';
  for (let attempt = 0; attempt < 600 && (await world.sql.query(behind, [epoch])).rows[0].waits; attempt++)
    await new Promise((resolve) => setTimeout(resolve, 50));
}
