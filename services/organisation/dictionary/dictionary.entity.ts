// A dictionary (字典): a list of codes of the forms in one version, each in Chinese and English.
import { Field, ObjectType } from 'type-graphql';
import { Entity, PrimaryColumn } from 'typeorm';
import { TextColumn, WholeColumn } from '#platform/database/columns';

@ObjectType({ description: '字典（代码表）的一个版本 · One version of a dictionary, that is a list of codes' })
@Entity('dictionary')
export class Dictionary {
  @Field({ description: '名称，如 poverty-cause · Name, such as poverty-cause' })
  @PrimaryColumn({ type: 'text' })
  name: string;

  @Field({ description: '版本，如 2018.1 · Version, such as 2018.1' })
  @PrimaryColumn({ type: 'text' })
  version: string;

  @Field({ description: '出处 · Where its codes come from' })
  @TextColumn()
  source: string;
}

@ObjectType({ description: '字典的一项 · One entry of a dictionary' })
@Entity('dictionary_entry')
export class DictionaryEntry {
  @PrimaryColumn({ type: 'text' })
  dictionary: string;

  @PrimaryColumn({ type: 'text' })
  version: string;

  @Field({ description: '代码 · Code' })
  @PrimaryColumn({ type: 'text' })
  code: string;

  @WholeColumn()
  position: number;

  @Field({ description: '中文 · In Chinese' })
  @TextColumn()
  zh: string;

  @Field({ description: '英文 · In English' })
  @TextColumn()
  en: string;
}
