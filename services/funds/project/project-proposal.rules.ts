// A proposal of a project (项目申报): by whom, of a type and nature of the pack, with all its words, money, beneficiaries and targets.
import type { Fen } from '#platform/vocabulary/money';
import { invalidInput } from '#platform/vocabulary/refusal';
import { readWords } from './project-facts.rules';
import type { ProjectPack } from './project-pack.rules';
import { projectRefusals as refusals } from './project-refusals.rules';

export interface Proposal {
  name: string;
  type: string;
  nature: string;
  place: string;
  startsOn: string;
  endsOn: string;
  responsibleUnit: string;
  responsiblePerson: string;
  tasks: string;
  budgetSpecial: Fen;
  budgetIntegrated: Fen;
  budgetDonated: Fen;
  budgetOwn: Fen;
  households: number;
  people: number;
  performanceTarget: string;
  targets: readonly { indicator: string }[];
  participation: string;
  benefitMechanism: string;
}

type Told = Omit<Proposal, 'startsOn' | 'endsOn' | 'households' | 'people' | 'targets'>;

export function checkProposal(pack: ProjectPack, post: string, given: Proposal): Told {
  if (!(pack.proposers as readonly string[]).includes(post))
    throw refusals.projectNotYourStep({ posts: pack.proposers.join(', ') });
  if (!pack.types.some(({ code }) => code === given.type)) throw refusals.projectTypeUnknown({ field: 'type' });
  if (!pack.natures.some(({ code }) => code === given.nature)) throw refusals.projectTypeUnknown({ field: 'nature' });
  if (!given.performanceTarget.trim() || given.targets.length === 0) throw refusals.projectNeedsTarget();
  if (given.endsOn < given.startsOn) throw invalidInput('endsOn', '须不早于开工日期', 'not before it begins');
  if (given.people < given.households) throw invalidInput('people', '不少于户数', 'not fewer than households');
  const { budgetSpecial, budgetIntegrated, budgetDonated, budgetOwn } = given;
  const budget = { budgetSpecial, budgetIntegrated, budgetDonated, budgetOwn };
  for (const [field, fen] of Object.entries(budget))
    if (fen < 0n) throw invalidInput(field, '金额不能为负', 'an amount is not negative');
  if (Object.values(budget).every((fen) => fen === 0n))
    throw invalidInput('budgetSpecial', '须有资金来源', 'its money has a source');
  const words = (field: keyof Proposal & string, least: number, most: number) =>
    readWords(given[field] as string, field, least, most);
  return {
    name: words('name', 4, 100),
    type: given.type,
    nature: given.nature,
    place: words('place', 2, 200),
    responsibleUnit: words('responsibleUnit', 2, 100),
    responsiblePerson: words('responsiblePerson', 2, 50),
    tasks: words('tasks', 4, 2000),
    ...budget,
    performanceTarget: words('performanceTarget', 4, 1000),
    participation: words('participation', 4, 1000),
    benefitMechanism: words('benefitMechanism', 4, 1000),
  };
}
