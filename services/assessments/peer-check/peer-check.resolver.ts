// What the graph answers about mutual checks, and how they are drawn and recorded.
import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '#platform/graph/context';
import { Inspection } from '../inspection/inspection.entity';
import { subjectById } from '../supervision/supervision.loader';
import { SupervisionSubject } from '../supervision/supervision-subject.entity';
import { drawPeerChecks } from './draw-peer-checks';
import { PeerAssignment } from './peer-assignment.entity';
import { PeerCheckInput } from './peer-check.input';
import { assignmentsOfDraw, recordOfAssignment } from './peer-check.loader';
import { PeerDraw } from './peer-draw.entity';
import { peerAlgorithm } from './peer-draw.rules';
import { recordPeerCheck } from './record-peer-check';

@Resolver(() => PeerDraw)
export class PeerDrawResolver {
  @Mutation(() => PeerDraw, {
    nullable: true,
    description: '互查抽签：不查自己，不互查（人数允许时）· Draws who checks whom: nobody himself, no two each other',
  })
  drawPeerChecks(
    @Arg('supervisionId', () => ID, { description: '督导标识（互动方式）· Id of the supervision of that form' })
    supervisionId: string,
    @Ctx() context: Context,
  ) {
    return drawPeerChecks(context, supervisionId);
  }

  @Mutation(() => Inspection, {
    nullable: true,
    description: '登记互查；随督导一并公布 · Records a mutual check, which is released with the supervision',
  })
  recordPeerCheck(
    @Arg('input', () => PeerCheckInput, { description: '互查记录 · The record' }) input: PeerCheckInput,
    @Ctx() context: Context,
  ) {
    return recordPeerCheck(context, input);
  }

  @FieldResolver(() => String, {
    description: '抽签算法，任何人可重算 · The algorithm, so that anybody may draw again',
  })
  algorithm() {
    return `${peerAlgorithm.zh} · ${peerAlgorithm.en}`;
  }

  @FieldResolver(() => [PeerAssignment], { nullable: true, description: '分工 · Assignments' })
  assignments(@Root() { id }: PeerDraw, @Ctx() context: Context) {
    return assignmentsOfDraw.load(context, id);
  }
}

@Resolver(() => PeerAssignment)
export class PeerAssignmentResolver {
  @FieldResolver(() => SupervisionSubject, { nullable: true, description: '检查方 · Who checks' })
  checker(@Root() { checkerId }: PeerAssignment, @Ctx() context: Context) {
    return subjectById.load(context, checkerId);
  }

  @FieldResolver(() => SupervisionSubject, { nullable: true, description: '被检查方 · Who is checked' })
  checked(@Root() { checkedId }: PeerAssignment, @Ctx() context: Context) {
    return subjectById.load(context, checkedId);
  }

  @FieldResolver(() => Inspection, { nullable: true, description: '已公布的记录 · The record, once it is released' })
  record(@Root() { id }: PeerAssignment, @Ctx() context: Context) {
    return recordOfAssignment.load(context, id);
  }
}
