// Draws who checks whom (互查抽签) under a supervision of that form: once, from a seed that is told with the draw.
import { randomBytes } from 'node:crypto';
import { newId } from '#platform/database/new-id';
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { packHash } from '#platform/vocabulary/canonical';
import { isId } from '#platform/vocabulary/id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { findProcedure } from '../procedure/find-procedures';
import { ProcedureForm } from '../procedure/procedure.entity';
import { refusals } from '../refusals';
import { Supervision } from '../supervision/supervision.entity';
import { stepOf } from '../supervision/supervision.rules';
import { tourRefusals } from '../tour/tour-refusals.rules';
import { PeerAssignment } from './peer-assignment.entity';
import { PeerDraw } from './peer-draw.entity';
import { drawPeers, listHashOf, lonelyGroups, type Peer } from './peer-draw.rules';

/** Districts and zones are one peer group, towns another, member units a third. */
const peersOf = `select s.id as "subjectId", case when s.unit_id is not null then 'units' when r.kind = 'town' then 'towns' else 'districts-and-zones' end as "group"
  from assessments.supervision_subject s join assessments.scope r on r.region_id = s.region_id where s.supervision_id = $1`;

export async function drawPeerChecks(context: Context, supervisionId: string): Promise<PeerDraw> {
  const { caller, inScope } = context;
  const notFound = () => commonRefusals.notFound({ what: '互动督导 supervision by mutual checks' });
  if (!isId(supervisionId)) throw notFound();
  const form = ProcedureForm.mutual;
  const supervision = await inScope.read(
    ({ manager }) => manager.findOneBy(Supervision, { id: supervisionId, form }),
    'issuer',
  );
  if (!supervision || supervision.issuerId !== caller.personId) throw notFound();
  const step = stepOf(supervision);
  if (step !== 'planned' && step !== 'carried-out') throw refusals.stepOutOfOrder({ step });
  const peers = await inScope.read((rows) => rows.query<Peer>(peersOf, [supervisionId]));
  const lonely = lonelyGroups(peers);
  if (lonely.length > 0) throw tourRefusals.peersTooFew({ groups: lonely.join(', ') });
  const pack = await findProcedure(context, supervision.quarter, `${supervision.peerSet}-${form}`);
  const checksEach = pack.peers?.checksEach ?? 1;
  const seed = randomBytes(32).toString('hex');
  try {
    return await inScope.write(
      { action: 'drawPeerChecks', target: supervisionId },
      async (rows) => {
        const draw = Object.assign(new PeerDraw(), {
          id: newId(),
          supervisionId,
          issuerId: supervision.issuerId,
          seed,
          listHash: listHashOf(peers),
          packHash: packHash(pack),
          checksEach,
          drawnAt: await rows.now(),
        });
        await rows.manager.insert(PeerDraw, draw);
        const pairings = drawPeers(seed, peers, checksEach);
        await rows.manager.insert(
          PeerAssignment,
          pairings.map((pairing, at) => ({ ...pairing, id: newId(), drawId: draw.id, place: at + 1 })),
        );
        return draw;
      },
      'issuer',
    );
  } catch (error) {
    if (brokenConstraint(error) === 'peer_draw_once') throw tourRefusals.peersDrawn();
    throw error;
  }
}
