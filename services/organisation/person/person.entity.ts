// A person (人员) who works in the city's poverty alleviation: an official, a helper, a clerk; never a poor person.
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import { IdColumn, RefColumn, TextColumn } from '#platform/database/columns';

@Directive('@key(fields: "id")')
@ObjectType({
  description: '人员（干部、帮扶责任人、窗口人员）· A person who works here: an official, a helper, a clerk',
})
@Entity('person')
export class Person {
  @Field(() => ID, { description: '人员标识 · Id of the person' })
  @IdColumn()
  id: string;

  @Field({ description: '姓名 · Name' })
  @TextColumn()
  name: string;

  @RefColumn(true)
  unitId: string | null;
}
