// The rows of NAIVE's households, which are its wire types too.
import { Directive, Field, ID, InputType, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Directive('@key(fields: "id")')
@ObjectType()
@Entity({ schema: 'households', name: 'household' })
export class Household {
  @Field(() => ID)
  @PrimaryColumn('uuid')
  id: string;

  @Field()
  @Column('text')
  number: string;

  @Column('uuid', { name: 'region_id' })
  regionId: string;

  @Column('text')
  path: string;

  @Field()
  @Column('text')
  type: string;

  @Field()
  @Column('text', { name: 'main_cause' })
  mainCause: string;

  @Field()
  @Column('text')
  state: string;

  @Field()
  @Column('date', { name: 'registered_on' })
  registeredOn: string;
}

@ObjectType()
@Entity({ schema: 'households', name: 'member' })
export class Member {
  @Field(() => ID)
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'household_id' })
  householdId: string;

  @Field()
  @Column('text')
  name: string;

  @Field()
  @Column('text')
  relation: string;

  @Field()
  @Column('text')
  sex: string;

  @Field()
  @Column('date')
  birthday: string;

  @Field()
  @Column('text')
  health: string;
}

@ObjectType()
@Entity({ schema: 'households', name: 'visit' })
export class Visit {
  @Field(() => ID)
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'household_id' })
  householdId: string;

  @Field()
  @Column('date', { name: 'visited_on' })
  visitedOn: string;

  @Field()
  @Column('text')
  met: string;

  @Field()
  @Column('text')
  measure: string;

  @Field()
  @Column('text')
  content: string;
}

@Entity({ schema: 'households', name: 'pairing' })
export class Pairing {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'household_id' })
  householdId: string;

  @Column('uuid', { name: 'helper_id' })
  helperId: string;

  @Column('date', { name: 'valid_from' })
  validFrom: string;

  @Column('date', { name: 'valid_to', nullable: true })
  validTo: string | null;
}

/** What the other subgraphs own: here no more than its key. */
@Directive('@key(fields: "id", resolvable: false)')
@ObjectType()
export class Region {
  @Field(() => ID)
  id: string;
}

@Directive('@key(fields: "id", resolvable: false)')
@ObjectType()
export class Person {
  @Field(() => ID)
  id: string;
}

@InputType()
export class HouseholdsFilter {
  @Field(() => ID, { nullable: true })
  regionId?: string | null;
}
