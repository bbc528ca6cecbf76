// The parts that give a subgraph its packs: `<subgraph>Packs`, `draft…Pack`, `approve…Pack`, `withdraw…Pack`; names of its own, because no two subgraphs have one mutation.
import 'reflect-metadata';
import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { cursorOf } from '../../database/page';
import { type Connection, ConnectionArgs, connect, connectionOf } from '../connection';
import type { Context } from '../context';
import { CalendarDay } from '../scalars';
import { approvePack } from './approve-pack';
import { draftPack } from './draft-pack';
import { findPack, listPacks, packBefore } from './list-packs';
import { checkPack, kindOf, type PackDesk, parseContent } from './pack-desk';
import { type PackForeign, packFields, ShownPackFlaw } from './pack-fields';
import { type PackRow, PackStatus } from './pack-row';
import { packType } from './pack-type';
import { withdrawPack } from './withdraw-pack';

type Class = new () => object;

export interface PackParts {
  resolvers: Class[];
  entities: Class[];
  /** for what drafts packs of its own, as an import does */
  desk: PackDesk;
}

export function packParts(office: Omit<PackDesk, 'Pack'>, foreign: PackForeign): PackParts {
  const Pack = packType();
  const desk: PackDesk = { ...office, Pack };
  const { subgraph, title } = office;
  const PackConnection = connectionOf(Pack, 'Pack', '规则包', 'packs', true);
  const kinds = desk.kinds.map((each) => each.kind).join(', ');
  const kindIs = { description: `类别 · Kind: ${kinds}` };
  const idIs = { description: '规则包标识 · Id of the pack' };

  @Resolver(() => Pack)
  class PackResolver {
    @Query(() => PackConnection, {
      name: `${subgraph}Packs`,
      nullable: true,
      description: '规则包，起日晚者在前 · Packs, those that begin last first',
    })
    async packs(
      @Arg('kind', () => String, { ...kindIs, nullable: true }) kind: string | null,
      @Arg('status', () => PackStatus, {
        nullable: true,
        description: '状态，默认已批准 · Status, approved unless told',
      })
      status: PackStatus | null,
      @Args(() => ConnectionArgs) page: ConnectionArgs,
      @Ctx() context: Context<never>,
    ): Promise<Connection<PackRow>> {
      const wanted = { kind: kind ? kindOf(desk, kind).kind : null, status: status ?? PackStatus.approved };
      return connect(await listPacks(desk, context, wanted, page), ({ effectiveFrom, id }) =>
        cursorOf(effectiveFrom, id),
      );
    }

    @Query(() => Pack, { name: `${subgraph}Pack`, nullable: true, description: '按标识查规则包 · A pack by its id' })
    pack(@Arg('id', () => ID, idIs) id: string, @Ctx() context: Context<never>) {
      return findPack(desk, context, id);
    }

    @Query(() => Pack, {
      name: `${subgraph}PackInForce`,
      nullable: true,
      description:
        '某地某日有效的规则包：本级，无则最近的上级 · The pack in force for a region on a day: its own, or the nearest above',
    })
    async packInForce(
      @Arg('kind', kindIs) kind: string,
      @Arg('regionId', () => ID, { description: '地区标识 · Id of the region' }) regionId: string,
      @Arg('on', () => CalendarDay, { description: '何日 · On which day' }) on: string,
      @Ctx() context: Context<never>,
    ) {
      const path = await context.inScope.pathWithin(regionId);
      if (path === null) return null;
      const found = await packBefore(desk, context, {
        id: regionId,
        kind: kindOf(desk, kind).kind,
        path,
        effectiveFrom: on,
      });
      return found && (found.inForceTo === null || found.inForceTo > on) ? found : null;
    }

    @Query(() => [ShownPackFlaw], {
      name: `${subgraph}PackFlaws`,
      nullable: true,
      description: '试查规则包，不保存 · What is wrong with a pack, without storing it',
    })
    async packFlaws(
      @Arg('kind', kindIs) kind: string,
      @Arg('content', { description: '全文（JSON 文本）· The whole content as JSON text' }) content: string,
      @Ctx() context: Context<never>,
    ) {
      return (await checkPack(desk, context, kind, parseContent(content))).flaws;
    }

    @Mutation(() => Pack, { name: `draft${title}Pack`, nullable: true, description: '起草规则包 · Drafts a pack' })
    draft(
      @Arg('kind', kindIs) kind: string,
      @Arg('content', { description: '全文（JSON 文本）· The whole content as JSON text' }) content: string,
      @Arg('note', () => String, { nullable: true, description: '说明 · Note' }) note: string | null,
      @Arg('gapReason', () => String, {
        nullable: true,
        description: '与前一包不相接的原因 · Why days before it are without rule',
      })
      gapReason: string | null,
      @Ctx() context: Context<never>,
    ) {
      return draftPack(desk, context, { kind, content, note: note ?? null, gapReason: gapReason ?? null });
    }

    @Mutation(() => Pack, {
      name: `approve${title}Pack`,
      nullable: true,
      description: '批准规则包（另一人）· Approves a pack, by a second person',
    })
    approve(
      @Arg('id', () => ID, idIs) id: string,
      @Arg('hash', { description: '所看内容的哈希 · Hash of the content that was looked at' }) hash: string,
      @Arg('documentNumber', { description: '批准文件号 · Number of the document that approves it' })
      documentNumber: string,
      @Ctx() context: Context<never>,
    ) {
      return approvePack(desk, context, { id, hash, documentNumber });
    }

    @Mutation(() => Pack, {
      name: `withdraw${title}Pack`,
      nullable: true,
      description:
        '撤回规则包：草案随时，已批准者限生效前 · Withdraws a draft, or an approved pack before its first day',
    })
    withdraw(
      @Arg('id', () => ID, idIs) id: string,
      @Arg('reason', { description: '原因 · Why' }) reason: string,
      @Ctx() context: Context<never>,
    ) {
      return withdrawPack(desk, context, { id, reason });
    }
  }
  return { resolvers: [PackResolver, packFields(desk, foreign)], entities: [Pack], desk };
}
