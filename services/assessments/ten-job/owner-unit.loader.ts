// The unit that answers for a job (责任单位), by the code that the pack names: organisation is asked once for all of them.
import { defineLoader } from '#platform/graph/loader';
import { Unit } from '../foreign/unit';

export const unitByCode = defineLoader<Unit | null>(
  'unit by code',
  () => null,
  async (_rows, codes, context) => {
    const asked = codes.map((_, at) => `u${at}:unitByCode(code:$c${at}){id}`).join(' ');
    const given = codes.map((_, at) => `$c${at}:String!`).join(',');
    const variables = Object.fromEntries(codes.map((code, at) => [`c${at}`, code]));
    const found = await context.ask<Record<string, { id: string } | null>>(
      'organisation',
      `query(${given}){${asked}}`,
      variables,
    );
    return new Map(
      codes.flatMap((code, at) => {
        const unit = found[`u${at}`];
        return unit ? [[code, Unit.of(unit.id)] as const] : [];
      }),
    );
  },
);
