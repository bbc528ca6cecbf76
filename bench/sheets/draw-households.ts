// Households of nobody for W9 (导入用的户): as the thread that reads sheets hands them over, with numbers that were sealed before.
import type { PersonalData } from '#platform/database/personal-data';
import { identityCheckDigit } from '#platform/vocabulary/identity-number';
import type { SheetPlace } from '../../services/households/register-import/read-household.rules';
import type { SealedHousehold } from '../../services/households/register-import/sheet-batch.rules';

/** Area 371298 was never given to anybody. */
export function drawnNumber(n: number): string {
  const day = `19${String(30 + (n % 60)).padStart(2, '0')}${String(1 + (Math.floor(n / 60) % 12)).padStart(2, '0')}${String(1 + (Math.floor(n / 720) % 28)).padStart(2, '0')}`;
  const rest = Math.floor(n / 20_160);
  const first17 = `3712${String(98 - Math.floor(rest / 1000))}${day}${String(rest % 1000).padStart(3, '0')}`;
  return `${first17}${identityCheckDigit(first17)}`;
}

export function* drawHouseholds(
  count: number,
  places: readonly SheetPlace[],
  personalData: PersonalData,
  from = 0,
): Generator<SealedHousehold> {
  for (let n = from; n < from + count; n++) {
    const number = `98${String(n).padStart(9, '0')}`;
    const phone = `154${String(n % 100_000_000).padStart(8, '0')}`;
    yield {
      line: n * 2 + 2,
      villageAt: 2,
      numberAt: 4,
      number,
      place: places[n % places.length] as SheetPlace,
      form: {
        standard: 'national',
        type: 'general-poor',
        mainCause: 'illness',
        otherCauses: [],
        address: '某镇某村东头',
        registeredOn: '2018-06-01',
      },
      living: LIVING,
      state: null,
      phone: { sealed: personalData.seal(phone), tail: phone.slice(-4) },
      members: [0, 1].map((m) => {
        const idNumber = drawnNumber(n * 2 + m);
        return {
          line: n * 2 + 2 + m,
          idAt: 7,
          number: `${number}-${m + 1}`,
          facts: {
            ...FACTS,
            name: m === 0 ? '赵某' : '钱某',
            sex: m === 0 ? ('male' as const) : ('female' as const),
            birthday: `${idNumber.slice(6, 10)}-${idNumber.slice(10, 12)}-${idNumber.slice(12, 14)}`,
            relation: m === 0 ? 'head' : 'spouse',
          },
          idNumber: {
            sealed: personalData.seal(idNumber),
            tail: idNumber.slice(-4),
            index: personalData.blindIndex(idNumber),
          },
        };
      }),
    };
  }
}

const FACTS = {
  ethnicity: 'han',
  education: 'primary',
  health: 'chronic-illness',
  labour: 'ordinary',
  insured: 'resident',
  schooling: 'not-in-school',
  workPlace: 'none',
  workMonths: 0,
  dibao: null,
  criticalIllnessInsured: true,
  pensionInsured: null,
  disabilityKind: null,
  disabilityGrade: null,
};

const LIVING: SealedHousehold['living'] = {
  hamlet: '东头',
  dangerousHouse: false,
  houseArea: null,
  houseStructure: null,
  houseYear: null,
  safeWater: true,
  waterDifficulty: false,
  electricity: null,
  fuel: null,
  sanitaryToilet: null,
  road: null,
  roadMetres: null,
  inCooperative: null,
  arableMu: null,
  irrigatedMu: null,
  forestMu: null,
  orchardMu: null,
  waterMu: null,
};
