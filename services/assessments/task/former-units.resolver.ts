// The units that a task or a finding had before the one that answers for it now (机构改革前的责任单位).
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '#platform/graph/context';
import { Finding } from '../finding/finding.entity';
import { Unit } from '../foreign/unit';
import { formerUnits } from './former-units.loader';
import { Task } from './task.entity';

const described = {
  nullable: true,
  description:
    '机构改革前的责任单位，旧者在前 · The units that owed it before it passed to their successor, oldest first',
};

async function unitsBefore(context: Context, id: string): Promise<Unit[]> {
  return (await formerUnits.load(context, id)).map(({ fromUnit }) => Unit.of(fromUnit));
}

@Resolver(() => Task)
export class TaskFormerUnitsResolver {
  @FieldResolver(() => [Unit], described)
  formerUnits(@Root() { id }: Task, @Ctx() context: Context) {
    return unitsBefore(context, id);
  }
}

@Resolver(() => Finding)
export class FindingFormerUnitsResolver {
  @FieldResolver(() => [Unit], described)
  formerUnits(@Root() { id }: Finding, @Ctx() context: Context) {
    return unitsBefore(context, id);
  }
}
