// Rows (数据行) of the generated city: what each subgraph loads, in plain words and before any database.

export interface RegionRow {
  id: string;
  /** statistical code; null for a functional zone */
  code: string | null;
  name: string;
  kind: 'province' | 'city' | 'district' | 'zone' | 'town' | 'village';
  /** parent in the managing tree */
  parentId: string | null;
  statisticalParentId: string | null;
  path: string;
}

export interface UnitRow {
  id: string;
  code: string;
  name: string;
  kind: 'member-unit' | 'hospital' | 'payer' | 'office' | 'organisation';
  line: string | null;
  grade: 1 | 2 | 3 | null;
  regionId: string;
  inLeadingGroup: boolean;
}

export interface PersonRow {
  id: string;
  name: string;
  unitId: string | null;
}

export interface AppointmentRow {
  id: string;
  personId: string;
  post: string;
  level: RegionRow['kind'] | null;
  regionId: string | null;
  unitId: string | null;
  documentNumber: string;
  validFrom: string;
  validTo: null;
}

export interface DemoAccountRow {
  account: string;
  personId: string;
}

export interface HouseholdRow {
  id: string;
  number: string;
  /** the village */
  regionId: string;
  path: string;
  standard: string;
  type: string;
  mainCause: string;
  otherCauses: string[];
  address: string;
  phone: string;
  bankName: string;
  bankCard: string;
  registeredOn: string;
  headMemberId: string;
}

export interface HouseholdStateRow {
  householdId: string;
  year: number;
  state: string;
}

export interface MemberRow {
  id: string;
  householdId: string;
  name: string;
  sex: 'male' | 'female';
  idNumber: string;
  birthday: string;
  relation: string;
  ethnicity: string;
  education: string;
  health: string;
  labour: string;
  insured: 'resident' | 'employee' | 'none';
}

export interface PairingRow {
  id: string;
  householdId: string;
  helperId: string;
  validFrom: string;
  validTo: null;
}

export interface VisitRow {
  id: string;
  householdId: string;
  regionId: string;
  path: string;
  helperId: string;
  visitedOn: string;
  met: string;
  content: string;
  measure: string;
}
