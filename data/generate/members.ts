// Members (家庭成员) of one household: ages, kinship, schooling, health and labour that fit its cause of poverty.
import { givenName, surname } from './names';
import type { Prng } from './prng';
import type { MemberRow } from './rows';

export interface MemberMaker {
  nextId: () => string;
  identityNumber: (birthday: string, sex: MemberRow['sex']) => string;
}

const year = 2018;

/** The first is the head. */
export function membersOf(
  householdId: string,
  size: number,
  mainCause: string,
  random: Prng,
  make: MemberMaker,
): MemberRow[] {
  const old = ['illness', 'disability', 'lack-of-labour'].includes(mainCause);
  const headAge = size === 1 ? random.between(58, 86) : old ? random.between(50, 78) : random.between(34, 62);
  const headSex = random.perMille(size === 1 ? 560 : 800) ? 'male' : 'female';
  const family = surname(random);
  const relations: string[] = ['head'];
  for (let at = 1; at < size; at++) relations.push(nextRelation(relations, headAge, random));
  return relations.map((relation) => {
    const sex =
      relation === 'spouse'
        ? headSex === 'male'
          ? 'female'
          : 'male'
        : relation === 'head'
          ? headSex
          : random.pick(['male', 'female'] as const);
    const age = ageOf(relation, headAge, random);
    const birthday = `${year - age}-${two(random.between(1, 12))}-${two(random.between(1, 28))}`;
    const health = healthOf(relation, age, mainCause, random);
    return {
      id: make.nextId(),
      householdId,
      name: `${relation === 'spouse' ? surname(random) : family}${givenName(random, sex)}`,
      sex,
      idNumber: make.identityNumber(birthday, sex),
      birthday,
      relation,
      ethnicity: random.weighted([['han', 993] as const, ['hui', 6] as const, ['manchu', 1] as const]),
      education: educationOf(age, random),
      health,
      labour: labourOf(age, health, random),
      insured: age >= 18 && age < 60 && random.perMille(25) ? 'employee' : random.perMille(12) ? 'none' : 'resident',
    };
  });
}

function nextRelation(have: string[], headAge: number, random: Prng): string {
  if (!have.includes('spouse') && random.perMille(750)) return 'spouse';
  const parents = have.filter((relation) => relation === 'parent').length;
  if (headAge <= 62 && parents === 0 && random.perMille(200)) return 'parent';
  if (headAge >= 58 && have.includes('child') && random.perMille(550)) return 'grandchild';
  return 'child';
}

function ageOf(relation: string, headAge: number, random: Prng): number {
  if (relation === 'spouse') return Math.max(24, headAge - random.between(-3, 4));
  if (relation === 'parent') return headAge + random.between(20, 27);
  if (relation === 'child') return Math.max(1, headAge - random.between(23, 32));
  if (relation === 'grandchild') return Math.max(1, headAge - random.between(47, 57));
  return headAge;
}

function educationOf(age: number, random: Prng): string {
  if (age < 6) return 'pre-school';
  if (age < 13) return 'primary';
  if (age < 16) return 'junior-middle';
  if (age < 19) return random.weighted([['senior-middle', 6] as const, ['vocational', 4] as const]);
  if (age > 60)
    return random.weighted([['illiterate', 40] as const, ['primary', 45] as const, ['junior-middle', 15] as const]);
  return random.weighted([
    ['primary', 25],
    ['junior-middle', 54],
    ['senior-middle', 12],
    ['vocational', 5],
    ['college', 3],
    ['university', 1],
  ] as const);
}

function healthOf(relation: string, age: number, mainCause: string, random: Prng): string {
  if (relation === 'head' && mainCause === 'illness')
    return random.perMille(650) ? 'chronic-illness' : 'serious-illness';
  if (relation === 'head' && mainCause === 'disability') return 'disabled';
  if (random.perMille(40)) return 'disabled';
  return random.perMille(age > 60 ? 430 : age > 40 ? 120 : 15) ? 'chronic-illness' : 'healthy';
}

function labourOf(age: number, health: string, random: Prng): string {
  if (age < 16 || age > 75) return 'none';
  if (health === 'serious-illness' || (health === 'disabled' && random.perMille(650))) return 'lost';
  if (age > 60) return random.perMille(420) ? 'ordinary' : 'none';
  return random.perMille(110) ? 'skilled' : 'ordinary';
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
