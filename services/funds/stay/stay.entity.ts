// A stay in hospital (住院): who, where, from when to when, with the tags under which the patient was entitled on admission.
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Entity } from 'typeorm';
import {
  DayColumn,
  FlagColumn,
  IdColumn,
  JsonColumn,
  PathColumn,
  RefColumn,
  TextColumn,
  TextsColumn,
  WholeColumn,
} from '#platform/database/columns';
import { CalendarDay } from '#platform/graph/scalars';
import type { Area, EncounterKind, HospitalGrade, HospitalLevel } from '../settlement-policy/encounter-facts.rules';
import type { StayStatus } from './stay.rules';
import { TreatFirstExclusion } from './treat-first.rules';

export enum StayStatusEnum {
  admitted = 'admitted',
  discharged = 'discharged',
  quoted = 'quoted',
  settled = 'settled',
  struck = 'struck',
}
registerEnumType(StayStatusEnum, {
  name: 'StayStatus',
  description: '住院状态 · Status of a stay',
  valuesConfig: {
    admitted: { description: '在院 · In hospital' },
    discharged: { description: '出院待结算 · Discharged, to be settled' },
    quoted: { description: '已试算 · Quoted, and told to the patient' },
    settled: { description: '已结算 · Settled' },
    struck: { description: '已冲账 · Settlement struck' },
  },
});

export enum Encounter {
  stay = 'stay',
  outpatient = 'outpatient',
}
registerEnumType(Encounter, {
  name: 'Encounter',
  description: '就医方式 · Kind of encounter',
  valuesConfig: {
    stay: { description: '住院 · A stay in hospital' },
    outpatient: { description: '门诊慢特病 · Chronic or special outpatient care' },
  },
});

registerEnumType(TreatFirstExclusion, {
  name: 'TreatFirstExclusion',
  description: '不适用先诊疗后付费的情形 · Why somebody is not treated first',
  valuesConfig: {
    intoxicationOrViolence: { description: '酗酒、打架斗殴、吸毒、自伤自杀 · Drink, violence, drugs, self-harm' },
    wellness: { description: '视力矫正、保健理疗 · Vision correction, wellness' },
    cosmetic: { description: '美容整形 · Cosmetic' },
    prosthesis: { description: '义齿、眼镜、助听器 · Dentures, glasses, hearing aids' },
    organSource: { description: '器官源 · Source of an organ' },
    thirdParty: { description: '第三方责任 · A third party is liable' },
  },
});

@ObjectType({
  description: '一次就医：住院或门诊慢特病 · An encounter: a stay in hospital, or chronic outpatient care',
})
@Entity('stay')
export class Stay {
  @Field(() => ID, { description: '住院标识 · Id of the stay' })
  @IdColumn()
  id: string;

  @RefColumn()
  hospitalId: string;

  @TextColumn()
  hospitalGrade: HospitalGrade;

  @TextColumn(true)
  hospitalLevel: HospitalLevel | null;

  @Field(() => Encounter, { description: '就医方式 · Kind of encounter' })
  @TextColumn()
  encounter: EncounterKind;

  @TextColumn(true)
  disease: string | null;

  @TextsColumn()
  diagnoses: string[];

  @TextColumn()
  area: Area;

  @Field({ description: '经转诊 · Referred along the grades' })
  @FlagColumn()
  referred: boolean;

  @Field(() => String, {
    nullable: true,
    description: '统筹区外就医的医院 · The hospital out of the area, where it was one',
  })
  @TextColumn(true)
  outsideHospital: string | null;

  /** by layer, fen as text: what was paid elsewhere before */
  @JsonColumn()
  given: Record<string, string>;

  @RefColumn()
  memberId: string;

  @RefColumn()
  householdId: string;

  @RefColumn()
  regionId: string;

  @PathColumn()
  path: string;

  @TextColumn()
  patientName: string;

  @Field(() => [String], { description: '身份标签，入院时冻结 · Tags of entitlement, frozen on admission' })
  @TextsColumn()
  tags: string[];

  @Field({ description: '参保身份，入院时冻结 · Insured as, frozen on admission' })
  @TextColumn()
  insured: string;

  /** of the year of discharge, where it is another than that of admission */
  @Field(() => String, {
    nullable: true,
    description: '跨年的：出院年度参保身份，出院时冻结 · Insured as in the year of discharge, frozen on discharge',
  })
  @TextColumn(true)
  insuredOnDischarge: string | null;

  @TextColumn()
  registerVersion: string;

  /** how often its fees were uploaded, or told otherwise: a settlement is of those that it read */
  @WholeColumn()
  revision: number;

  @Field({ description: '先诊疗后付费 · Treated first, paid later' })
  @FlagColumn()
  treatFirst: boolean;

  @Field(() => TreatFirstExclusion, { nullable: true, description: '不适用先诊疗后付费的情形 · Why not treated first' })
  @TextColumn(true)
  treatFirstExclusion: TreatFirstExclusion | null;

  @Field(() => CalendarDay, {
    nullable: true,
    description: '先诊疗后付费协议签订日期 · Day on which the agreement was signed',
  })
  @DayColumn(true)
  agreementOn: string | null;

  @Field(() => CalendarDay, { description: '入院日期 · Day of admission' })
  @DayColumn()
  admittedOn: string;

  @Field(() => CalendarDay, { nullable: true, description: '出院日期 · Day of discharge' })
  @DayColumn(true)
  dischargedOn: string | null;

  @Field(() => StayStatusEnum, { description: '状态 · Status' })
  @TextColumn()
  status: StayStatus;

  @Field(() => String, {
    nullable: true,
    description: '计价所用目录的哈希 · Hash of the catalogue that priced its fees',
  })
  @TextColumn(true)
  catalogueHash: string | null;

  @Field(() => CalendarDay, { nullable: true, description: '试算告知日期 · Day on which a quote was told' })
  @DayColumn(true)
  quotedOn: string | null;

  @TextColumn(true)
  quotedHash: string | null;

  @RefColumn()
  admittedBy: string;
}
