// What the graph answers about responsibility letters, and how they are drafted, amended and signed.
import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { cursorOf } from '#platform/database/page';
import { type Connection, connect, connectionOf } from '#platform/graph/connection';
import type { Context } from '#platform/graph/context';
import { isId } from '#platform/vocabulary/id';
import { Person } from '../person/person.entity';
import { personById } from '../person/person.loader';
import { Region } from '../region/region.entity';
import { regionById } from '../region/region.loader';
import type { OrganisationTools } from '../sign-in/tools.rules';
import { draftLetter } from './draft-letter';
import { LetterInput, LettersArgs } from './letter.input';
import { letterById, lettersOfRegion, regionYear } from './letter.loader';
import { LetterDuty } from './letter-score.entity';
import { listLetters } from './list-letters';
import { ResponsibilityLetter } from './responsibility-letter.entity';
import { signLetter } from './sign-letter';

const LetterConnection = connectionOf(ResponsibilityLetter, 'ResponsibilityLetter', '责任书', 'responsibility letters');

@Resolver(() => ResponsibilityLetter)
export class LetterResolver {
  @Query(() => ResponsibilityLetter, {
    nullable: true,
    description: '按标识查责任书 · A responsibility letter by its id',
  })
  responsibilityLetter(
    @Arg('id', () => ID, { description: '责任书标识 · Id of the letter' }) id: string,
    @Ctx() context: Context,
  ) {
    return isId(id) ? letterById.load(context, id) : null;
  }

  @Query(() => LetterConnection, {
    nullable: true,
    description: '范围内的责任书，按地区次序 · Letters of your regions, in the order of places',
  })
  async responsibilityLetters(
    @Args(() => LettersArgs) args: LettersArgs,
    @Ctx() context: Context,
  ): Promise<Connection<ResponsibilityLetter>> {
    return connect(await listLetters(context, args), ({ path, year, version }) => cursorOf(path, year, version));
  }

  @Mutation(() => ResponsibilityLetter, {
    nullable: true,
    description:
      '拟定责任书，或以新版修订（由上级办理）· Drafts a letter, or amends one by a new version; the superior does it',
  })
  async draftLetter(
    @Arg('input', () => LetterInput, { description: '拟稿内容 · What is drafted' }) input: LetterInput,
    @Ctx() context: Context<OrganisationTools>,
  ) {
    const id = await draftLetter(context, input);
    context.loaders.clear();
    return letterById.load(context, id);
  }

  @Mutation(() => ResponsibilityLetter, {
    nullable: true,
    description:
      '签订责任书：先本地区，后上级，须为两人 · Signs a letter: the region first, then the superior, two people',
  })
  async signLetter(
    @Arg('id', () => ID, { description: '责任书标识 · Id of the letter' }) id: string,
    @Ctx() context: Context<never>,
  ) {
    await signLetter(context, id);
    context.loaders.clear();
    return letterById.load(context, id);
  }

  @FieldResolver(() => Region, { nullable: true, description: '签订地区 · The region that signs' })
  region(@Root() { regionId }: ResponsibilityLetter, @Ctx() context: Context) {
    return regionById.load(context, regionId);
  }

  @FieldResolver(() => [LetterDuty], { description: '七项责任 · The seven duties' })
  duties(@Root() { duties }: ResponsibilityLetter): LetterDuty[] {
    return duties.map((term) => ({ ...term, title: `${term.title.zh} · ${term.title.en}` }));
  }

  @FieldResolver(() => Person, { nullable: true, description: '拟稿人 · Who drafted it' })
  draftedBy(@Root() letter: ResponsibilityLetter, @Ctx() context: Context) {
    return personById.load(context, letter.draftedBy);
  }

  @FieldResolver(() => Person, { nullable: true, description: '本地区签字人 · Who signed for the region' })
  regionSignedBy(@Root() letter: ResponsibilityLetter, @Ctx() context: Context) {
    return letter.regionSignedBy && personById.load(context, letter.regionSignedBy);
  }

  @FieldResolver(() => Person, { nullable: true, description: '上级签字人 · Who signed for the superior' })
  superiorSignedBy(@Root() letter: ResponsibilityLetter, @Ctx() context: Context) {
    return letter.superiorSignedBy && personById.load(context, letter.superiorSignedBy);
  }
}

@Resolver(() => Region)
export class RegionLettersResolver {
  @FieldResolver(() => [ResponsibilityLetter], {
    nullable: true,
    description:
      '该年度责任书的各版，新者在前；不在您的范围内则为空表 · All versions of a year, newest first; none outside your scope',
  })
  responsibilityLetters(
    @Root() { id }: Region,
    @Arg('year', () => Int, { description: '年度 · Year' }) year: number,
    @Ctx() context: Context,
  ) {
    return lettersOfRegion.load(context, regionYear(id, year));
  }
}
