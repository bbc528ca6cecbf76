// What the graph answers about consequences and releases of lights, and how they are recorded, asked for and granted.
import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '#platform/graph/context';
import { Person } from '../foreign/person';
import { Light } from '../light/light.entity';
import { consequencesOfLight } from './consequences-of-light';
import { LightConsequence } from './light-consequence.entity';
import { LightRelease } from './light-release.entity';
import { grantedRelease, releasesOfLight } from './light-release.loader';
import { recordConsequence } from './record-consequence';
import { RecordConsequenceInput } from './release.input';
import { askRelease, releaseLight } from './release-light';

@Resolver(() => LightRelease)
export class LightReleaseResolver {
  @Mutation(() => Light, {
    nullable: true,
    description: '登记亮灯后果的办理 · Records that a consequence was carried out',
  })
  recordConsequence(
    @Arg('input', () => RecordConsequenceInput, { description: '办理情况 · How it was done' })
    input: RecordConsequenceInput,
    @Ctx() context: Context,
  ) {
    return recordConsequence(context, input);
  }

  @Mutation(() => LightRelease, { nullable: true, description: '申请解除亮灯 · Asks for the release of a light' })
  askRelease(
    @Arg('lightId', () => ID, { description: '亮灯 · The light' }) lightId: string,
    @Arg('measures', { description: '整改情况 · What was done about it' }) measures: string,
    @Ctx() context: Context,
  ) {
    return askRelease(context, lightId, measures);
  }

  @Mutation(() => LightRelease, {
    nullable: true,
    description:
      '准予或不予解除亮灯（另一人；后果均已办理）· Grants or refuses a release, by another person, once all consequences are done',
  })
  releaseLight(
    @Arg('id', () => ID, { description: '解除申请 · The request' }) id: string,
    @Arg('granted', { description: '是否准予 · Whether it is granted' }) granted: boolean,
    @Arg('remark', () => String, { nullable: true, description: '意见 · Remark' }) remark: string | null,
    @Ctx() context: Context,
  ) {
    return releaseLight(context, id, granted, remark ?? null);
  }

  @FieldResolver(() => Person, { nullable: true, description: '申请人 · Who asked' })
  askedBy(@Root() release: LightRelease) {
    return Person.of(release.askedBy);
  }

  @FieldResolver(() => Person, { nullable: true, description: '决定人 · Who decided' })
  decidedBy(@Root() release: LightRelease) {
    return release.decidedBy && Person.of(release.decidedBy);
  }
}

@Resolver(() => Light)
export class ReleasedLightResolver {
  @FieldResolver(() => [LightConsequence], { description: '亮灯后果 · What follows from it' })
  consequences(@Root() light: Light, @Ctx() context: Context) {
    return consequencesOfLight(context, light);
  }

  @FieldResolver(() => Date, {
    nullable: true,
    description: '解除时间；未解除为空 · Released at, null while it stands',
  })
  async releasedAt(@Root() { id }: Light, @Ctx() context: Context) {
    return (await grantedRelease.load(context, id))?.decidedAt ?? null;
  }

  @FieldResolver(() => [LightRelease], {
    nullable: true,
    description: '解除申请，旧者在前 · Requests for its release, oldest first',
  })
  releases(@Root() { id }: Light, @Ctx() context: Context) {
    return releasesOfLight.load(context, id);
  }
}
