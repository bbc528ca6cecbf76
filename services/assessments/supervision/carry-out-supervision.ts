// Tells that a supervision is carried out (开展督导): from then on records are taken under it.
import type { Context } from '#platform/graph/context';
import { isId } from '#platform/vocabulary/id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { Supervision } from './supervision.entity';
import { checkStep } from './supervision.rules';

const notFound = () => commonRefusals.notFound({ what: '督导 supervision' });

export async function carryOutSupervision({ inScope }: Context, id: string): Promise<Supervision> {
  if (!isId(id)) throw notFound();
  return inScope.write(
    { action: 'carryOutSupervision', target: id },
    async (rows) => {
      const supervision = await rows.manager.findOneBy(Supervision, { id });
      if (!supervision) throw notFound();
      checkStep(supervision, 'carried-out');
      const step = { carriedOutAt: await rows.now() };
      await rows.manager.update(Supervision, { id }, step);
      return Object.assign(supervision, step);
    },
    'issuer',
  );
}
