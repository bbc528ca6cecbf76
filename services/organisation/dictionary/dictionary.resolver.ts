// What the graph answers about the code lists of the forms.
import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '#platform/graph/context';
import { Dictionary, DictionaryEntry } from './dictionary.entity';
import { dictionaryKey, entriesOfDictionary } from './dictionary.loader';
import { findDictionary } from './find-dictionary';
import { listDictionaries } from './list-dictionaries';

@Resolver(() => Dictionary)
export class DictionaryResolver {
  @Query(() => [Dictionary], {
    nullable: true,
    description: '全部字典及其版本 · All dictionaries in all their versions',
  })
  dictionaries(@Ctx() context: Context) {
    return listDictionaries(context);
  }

  @Query(() => Dictionary, {
    nullable: true,
    description: '按名称取字典，默认最新版本 · A dictionary by name, the newest version unless told',
  })
  dictionary(
    @Arg('name', { description: '名称 · Name' }) name: string,
    @Arg('version', { nullable: true, description: '版本 · Version' }) version: string,
    @Ctx() context: Context,
  ) {
    return findDictionary(context, name, version);
  }

  @FieldResolver(() => [DictionaryEntry], { description: '各项，按次序 · Entries in their order' })
  entries(@Root() { name, version }: Dictionary, @Ctx() context: Context) {
    return entriesOfDictionary.load(context, dictionaryKey(name, version));
  }
}
