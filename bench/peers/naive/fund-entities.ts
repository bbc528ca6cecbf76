// The rows of NAIVE's funds: payment lines, and what a region's sums are made of.
import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ schema: 'funds', name: 'disbursement_line' })
export class DisbursementLine {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'household_id' })
  householdId: string;

  @Column('int')
  year: number;

  @Column('text')
  purpose: string;

  @Column('bigint')
  amount: string;

  @Column('bigint')
  returned: string;

  @Column('text')
  state: string;

  @Column('date', { name: 'paid_on', nullable: true })
  paidOn: string | null;
}

@Entity({ schema: 'funds', name: 'allotment_line' })
export class AllotmentLine {
  @PrimaryColumn('uuid')
  id: string;

  @Column('int')
  year: number;

  @Column('text')
  path: string;
}

@Entity({ schema: 'funds', name: 'balance' })
export class Balance {
  @PrimaryColumn('uuid', { name: 'lot_id' })
  lotId: string;

  @PrimaryColumn('text')
  account: string;

  @Column('bigint')
  amount: string;
}

@Entity({ schema: 'funds', name: 'village_funds' })
export class VillageFunds {
  @PrimaryColumn('uuid', { name: 'region_id' })
  regionId: string;

  @PrimaryColumn('int')
  year: number;

  @PrimaryColumn('text')
  book: string;

  @Column('text')
  path: string;

  @Column('bigint')
  reserved: string;

  @Column('bigint')
  paid: string;

  @Column('bigint')
  returned: string;

  @Column('bigint')
  lines: string;
}

@ObjectType()
export class Payment {
  @Field()
  purpose: string;

  @Field()
  amount: string;

  @Field()
  returned: string;

  @Field()
  state: string;

  @Field(() => String, { nullable: true })
  paidOn: string | null;
}

@ObjectType()
export class RegionFunds {
  @Field()
  allotted: string;

  @Field()
  available: string;

  @Field()
  reserved: string;

  @Field()
  paid: string;

  @Field()
  returned: string;

  @Field(() => Int)
  lines: number;
}
