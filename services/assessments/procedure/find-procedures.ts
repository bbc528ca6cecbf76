// Finds the procedures of inspection that are in force over a quarter (有效督查方式), each a pack of its own.
import type { Context } from '#platform/graph/context';
import { packInForce } from '#platform/graph/pack/pack-in-force';
import { parseQuarter } from '#platform/vocabulary/calendar-day';
import { refusals } from '../refusals';
import { type Procedure, shownProcedure } from './procedure.entity';
import { type ProcedurePack, procedurePackKinds } from './procedure-pack.rules';

async function inForce(context: Context, quarter: string, kinds: typeof procedurePackKinds): Promise<ProcedurePack[]> {
  const { from, until } = parseQuarter(quarter);
  const path = await cityPath(context);
  const found = await Promise.all(kinds.map((kind) => packInForce(context, kind, { path, from, until })));
  const packs = found.flatMap((each) => (each ? [each.content] : []));
  if (packs.length === 0) throw refusals.packNotInForce({ quarter, kind: kinds[0]?.kind ?? 'procedure' });
  return packs;
}

/** A procedure is the city's: whoever asks from below or from a unit asks about the same ones. */
async function cityPath({ inScope }: Context): Promise<string> {
  const rows = await inScope.read(
    ({ query }) => query<{ path: string }>(`select path from assessments.scope where kind = 'city' order by path`),
    'public',
  );
  return rows[0]?.path ?? '';
}

export async function findProcedures(context: Context, quarter: string): Promise<Procedure[]> {
  return (await inForce(context, quarter, procedurePackKinds)).map(shownProcedure);
}

/** `procedure`: set and form, such as `units-bulletin`. */
export async function findProcedure(context: Context, quarter: string, procedure: string): Promise<ProcedurePack> {
  const kind = `procedure-${procedure}`;
  const kinds = procedurePackKinds.filter((each) => each.kind === kind);
  if (kinds.length === 0) throw refusals.packNotInForce({ quarter, kind });
  const [pack] = await inForce(context, quarter, kinds);
  if (!pack) throw refusals.packNotInForce({ quarter, kind });
  return pack;
}
