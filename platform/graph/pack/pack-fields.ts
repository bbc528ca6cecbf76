// What a pack tells beyond its row (规则包字段): its status, region and hands, and what it changes against the pack before it.
import 'reflect-metadata';
import { Ctx, Directive, Field, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql';
import { changesBetween, type PackChange } from '../../vocabulary/pack-changes';
import type { Context } from '../context';
import { Facts } from '../scalars';
import { packBefore } from './list-packs';
import type { PackDesk } from './pack-desk';
import { type PackRow, PackStatus, statusOf } from './pack-row';

@Directive('@shareable')
@ObjectType('PackFlaw', { description: '规则包的一处错误 · One thing wrong with a pack' })
export class ShownPackFlaw {
  @Field({ description: '在 JSON 中的位置，如 triggers.0.n · Place in the JSON' })
  path: string;
  @Field({ description: '中文说明 · In Chinese' })
  zh: string;
  @Field({ description: '英文说明 · In English' })
  en: string;
}

@Directive('@shareable')
@ObjectType('PackChange', { description: '与前一包的一处不同 · One difference from the pack before' })
export class ShownPackChange implements PackChange {
  @Field({ description: '位置，如 triggers[last-three].n · Place of the value' })
  path: string;
  @Field(() => Facts, { nullable: true, description: '原值；空为新增 · Before, null where it is new' })
  before: unknown;
  @Field(() => Facts, { nullable: true, description: '新值；空为删去 · After, null where it is gone' })
  after: unknown;
}

type Class = new () => object;

/** The subgraph's own classes of these entities. */
export interface PackForeign {
  Person: Class;
  Region: Class;
  personOf(id: string, context: Context): unknown;
  regionOf(id: string, context: Context): unknown;
}

export function packFields(desk: PackDesk, { Person, Region, personOf, regionOf }: PackForeign): Class {
  const { Pack } = desk;
  @Resolver(() => Pack)
  class PackFieldsResolver {
    @FieldResolver(() => PackStatus, { description: '状态 · How far it has come' })
    status(@Root() pack: PackRow) {
      return statusOf(pack);
    }

    @FieldResolver(() => Region, { nullable: true, description: '采用的地区 · The region that adopts it' })
    region(@Root() { regionId }: PackRow, @Ctx() context: Context) {
      return regionOf(regionId, context);
    }

    @FieldResolver(() => Person, { nullable: true, description: '起草人 · Who drafted it' })
    draftedBy(@Root() pack: PackRow, @Ctx() context: Context) {
      return pack.draftedBy && personOf(pack.draftedBy, context);
    }

    @FieldResolver(() => Person, { nullable: true, description: '批准人 · Who approved it' })
    approvedBy(@Root() pack: PackRow, @Ctx() context: Context) {
      return pack.approvedBy && personOf(pack.approvedBy, context);
    }

    @FieldResolver(() => Person, { nullable: true, description: '撤回人 · Who withdrew it' })
    withdrawnBy(@Root() pack: PackRow, @Ctx() context: Context) {
      return pack.withdrawnBy && personOf(pack.withdrawnBy, context);
    }

    @FieldResolver(() => Pack, { nullable: true, description: '所接续的前一包 · The pack that it takes over from' })
    follows(@Root() pack: PackRow, @Ctx() context: Context<never>) {
      return packBefore(desk, context, pack);
    }

    @FieldResolver(() => [ShownPackChange], {
      nullable: true,
      description: '与前一包的不同 · What it changes against the pack before',
    })
    async changes(@Root() pack: PackRow, @Ctx() context: Context<never>) {
      const before = await packBefore(desk, context, pack);
      return changesBetween(before?.content ?? {}, pack.content);
    }
  }
  return PackFieldsResolver;
}
