// Visits (走访): at least one a month is owed to each household, as Laiwu told its cadres; a visit is told after it took place.
import { checkCode, checkText } from '../household/codes.rules';
import { refusals } from '../refusals';

export interface VisitForm {
  visitedOn: string;
  met: string;
  content: string;
  measure: string;
}

export interface VisitGround {
  today: string;
  registeredOn: string;
  /** the visitor's own pairing with the household; undefined for a first secretary, who visits every household of the village */
  pairing?: { validFrom: string } | null;
}

export function checkVisit(form: VisitForm, ground: VisitGround): VisitForm {
  const { visitedOn } = form;
  if (visitedOn > ground.today) throw refusals.visitInFuture({ visitedOn, today: ground.today });
  if (visitedOn < ground.registeredOn) throw refusals.visitBeforeRegistration({ visitedOn, from: ground.registeredOn });
  if (ground.pairing === null) throw refusals.notPaired();
  if (ground.pairing && visitedOn < ground.pairing.validFrom)
    throw refusals.visitBeforePairing({ visitedOn, from: ground.pairing.validFrom });
  return {
    visitedOn,
    met: checkText(form.met, 'met', 1, 100),
    content: checkText(form.content, 'content', 2, 2000),
    measure: checkCode('measure', form.measure, 'measure'),
  };
}
