// Campaigns of visits (走访活动): the quarterly big visit of districts and zones, the city's visit to the poor; each within a turn of what is owed.
import { invalidInput } from '#platform/vocabulary/refusal';
import { checkText } from '../household/codes.rules';
import { campaignRefusals as refusals } from './campaign-refusals.rules';

/** As the obligations name their evidence, so that a turn of the one is a turn of the other. */
export enum CampaignKind {
  bigVisit = 'big-visit',
  visitToThePoor = 'visit-to-the-poor',
}

export enum CampaignCovers {
  register = 'register',
  listed = 'listed',
}

const plannedBy: Readonly<Record<CampaignKind, readonly string[]>> = {
  [CampaignKind.bigVisit]: ['city', 'district', 'zone'],
  [CampaignKind.visitToThePoor]: ['city'],
};

export interface CampaignForm {
  kind: CampaignKind;
  regionId: string;
  title: string;
  documentNumber: string;
  from: string;
  until: string;
}

export interface Turn {
  turn: string;
  from: string;
  until: string;
}

/** `turns`: of the obligation that such a campaign fulfils, as the calendar has them about its days. */
export function checkCampaign(
  form: CampaignForm,
  { region, own, turns, today }: { region: string | null; own: string | null; turns: readonly Turn[]; today: string },
): { title: string; documentNumber: string; turn: string } {
  if (form.regionId !== own || region === null || !plannedBy[form.kind].includes(region))
    throw refusals.campaignNotHere();
  if (form.from >= form.until) throw invalidInput('until', '须晚于起日', 'lies after the first day');
  // What is over is not planned: it would only be written to fit what happened.
  if (form.until <= today) throw invalidInput('until', '须晚于今天', 'lies after today');
  const turn = turns.find(({ from, until }) => from <= form.from && form.until <= until);
  if (!turn) {
    const near = turns.find(({ until }) => form.from < until) ?? turns.at(-1);
    throw refusals.campaignOutsideTurn({ turn: near?.turn ?? '', from: near?.from ?? '', until: near?.until ?? '' });
  }
  return {
    title: checkText(form.title, 'title', 2, 100),
    documentNumber: checkText(form.documentNumber, 'documentNumber', 2, 60),
    turn: turn.turn,
  };
}
