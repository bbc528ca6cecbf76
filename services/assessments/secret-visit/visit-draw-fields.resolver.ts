// What a draw tells of its inputs and its sample, so that anybody can draw it again.
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '#platform/graph/context';
import { Household } from '../foreign/household';
import { Person } from '../foreign/person';
import { Region } from '../foreign/region';
import { drawAgain } from './draw-again';
import { FrameVillage } from './frame-village.entity';
import { VisitDraw } from './visit-draw.entity';
import { sampleOf } from './visit-draw.loader';
import { algorithm } from './visit-draw.rules';
import { VisitSample } from './visit-sample.entity';

@Resolver(() => VisitDraw)
export class VisitDrawFieldsResolver {
  @FieldResolver(() => Region, { description: '抽样地区 · The region whose villages were drawn from' })
  region(@Root() { regionId }: VisitDraw) {
    return Region.of(regionId);
  }

  @FieldResolver(() => Person, { nullable: true, description: '抽样人 · Who drew' })
  issuer(@Root() { issuerId }: VisitDraw) {
    return Person.of(issuerId);
  }

  @FieldResolver(() => Person, { nullable: true, description: '登记公开号码的人 · Who wrote down the public number' })
  numberBy(@Root() { numberBy }: VisitDraw) {
    return numberBy && Person.of(numberBy);
  }

  @FieldResolver(() => String, { nullable: true, description: '种子；抽取前为空 · The seed, null before it is drawn' })
  seed(@Root() { seed, drawnAt }: VisitDraw) {
    return drawnAt && seed;
  }

  @FieldResolver(() => [FrameVillage], { description: '冻结的抽样名单 · The frozen list' })
  frame(@Root() { frame }: VisitDraw) {
    return frame;
  }

  @FieldResolver(() => String, { description: '抽样算法 · The algorithm, in words' })
  algorithm() {
    return `${algorithm.zh} · ${algorithm.en}`;
  }

  @FieldResolver(() => [VisitSample], {
    nullable: true,
    description: '样本，按抽取次序 · The sample, in the order it was drawn',
  })
  sample(@Root() draw: VisitDraw, @Ctx() context: Context) {
    return sampleOf(context, draw);
  }

  @FieldResolver(() => Boolean, {
    nullable: true,
    description:
      '由所存输入复算是否一致；抽取前为空 · Whether it is the same when drawn again from what is stored, null before it is drawn',
  })
  drawnAgain(@Root() draw: VisitDraw, @Ctx() context: Context) {
    return drawAgain(context, draw);
  }
}

@Resolver(() => VisitSample)
export class VisitSampleResolver {
  @FieldResolver(() => Region, { description: '村 · The village' })
  region(@Root() { regionId }: VisitSample) {
    return Region.of(regionId);
  }

  @FieldResolver(() => [Household], { description: '抽中的在册户 · The registered households that were drawn' })
  households(@Root() { householdIds }: VisitSample) {
    return householdIds.map(Household.of);
  }
}
