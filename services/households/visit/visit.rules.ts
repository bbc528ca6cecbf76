// Visits (走访): at least one a month is owed to each household, as Laiwu told its cadres; a visit is told after it took place.
import { isId } from '#platform/vocabulary/id';
import { invalidInput } from '#platform/vocabulary/refusal';
import { checkCode, checkText } from '../household/codes.rules';
import { refusals } from '../refusals';
import type { Spot } from './visit-flags.rules';

export interface VisitForm {
  id: string;
  visitedOn: string;
  met: string;
  content: string;
  measure: string;
  problem?: string | null;
  place?: { latitude: number; longitude: number; accuracy: number } | null;
  photos?: readonly string[] | null;
}

export interface VisitGround {
  today: string;
  registeredOn: string;
  /** by what right the visitor came: as the helper or the stand-in, from a day until a day; undefined for a first secretary of the village */
  right?: VisitRight | null;
  mostPhotos: number;
}

export interface VisitRight {
  validFrom: string;
  /** the first day on which it no longer holds */
  validTo: string | null;
}

export interface CheckedVisit {
  visitedOn: string;
  met: string;
  content: string;
  measure: string;
  problem: string | null;
  spot: Spot | null;
  photos: string[];
}

export function checkVisit(form: VisitForm, ground: VisitGround): CheckedVisit {
  const { visitedOn } = form;
  if (!isId(form.id)) throw invalidInput('id', '须为小写 uuid', 'is a uuid in lower case');
  if (visitedOn > ground.today) throw refusals.visitInFuture({ visitedOn, today: ground.today });
  if (visitedOn < ground.registeredOn) throw refusals.visitBeforeRegistration({ visitedOn, from: ground.registeredOn });
  checkRight(visitedOn, ground.right);
  return {
    visitedOn,
    met: checkText(form.met, 'met', 1, 100),
    content: checkText(form.content, 'content', 2, 2000),
    measure: checkCode('measure', form.measure, 'measure'),
    problem: form.problem?.trim() ? checkText(form.problem, 'problem', 2, 1000) : null,
    spot: form.place ? spotOf(form.place) : null,
    photos: checkPhotos(form.photos ?? [], ground.mostPhotos),
  };
}

function checkRight(visitedOn: string, right: VisitRight | null | undefined): void {
  if (right === undefined) return;
  if (right === null || (right.validTo !== null && visitedOn >= right.validTo)) throw refusals.notPaired();
  if (visitedOn < right.validFrom) throw refusals.visitBeforePairing({ visitedOn, from: right.validFrom });
}

function spotOf({ latitude, longitude, accuracy }: NonNullable<VisitForm['place']>): Spot {
  const within = (value: number, most: number) => Number.isFinite(value) && Math.abs(value) <= most;
  if (!within(latitude, 90)) throw invalidInput('latitude', '纬度须在 ±90 之间', 'a latitude lies within 90 degrees');
  if (!within(longitude, 180))
    throw invalidInput('longitude', '经度须在 ±180 之间', 'a longitude lies within 180 degrees');
  if (accuracy < 0 || accuracy > 100_000)
    throw invalidInput('accuracy', '精度须为 0 至 100000 米', 'an accuracy is 0 to 100000 metres');
  return { latitude: Math.round(latitude * 1e6), longitude: Math.round(longitude * 1e6), accuracy };
}

function checkPhotos(photos: readonly string[], most: number): string[] {
  const told = [...new Set(photos)].sort();
  if (told.length > most) throw invalidInput('photos', `至多 ${most} 份`, `at most ${most}`);
  if (!told.every((each) => /^[0-9a-f]{64}$/.test(each)))
    throw invalidInput('photos', '须为小写十六进制 SHA-256', 'each is a SHA-256 in lower-case hexadecimal');
  return told;
}
