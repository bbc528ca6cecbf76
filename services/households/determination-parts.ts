// The parts of households that determinations are made of: procedures, public notices and objections, guarantee checks, corrections of states.
import { Determination } from './determination/determination.entity';
import {
  DeterminationResolver,
  DeterminationStepResolver,
  HouseholdDeterminationsResolver,
} from './determination/determination.resolver';
import { determinationRefusals } from './determination/determination-refusals.rules';
import { DeterminationStep } from './determination/determination-step.entity';
import { DeterminationStepsResolver } from './determination/determination-steps.resolver';
import { Objection } from './determination/objection.entity';
import { PublicNotice } from './determination/public-notice.entity';
import { ObjectionResolver, PublicNoticeResolver } from './determination/public-notice.resolver';
import { QuestionedPayments } from './foreign/questioned-payments';
import { GuaranteeCheck } from './guarantee-check/guarantee-check.entity';
import { GuaranteeCheckResolver, HouseholdGuaranteesResolver } from './guarantee-check/guarantee-check.resolver';
import { StateCorrection } from './household-state/state-correction.entity';
import { StateCorrectionResolver } from './household-state/state-correction.resolver';
import { addDeterminations } from './migrations/1700000000230-determinations';
import { addPublicNotices } from './migrations/1700000000231-public-notices';
import { statesByProcedure } from './migrations/1700000000232-states-by-procedure';
import { addGuaranteeChecks } from './migrations/1700000000233-guarantee-checks';
import { answersOfTheRegister } from './migrations/1700000000302-answers-of-the-register';

export const determinationParts = {
  resolvers: [
    DeterminationResolver,
    DeterminationStepResolver,
    DeterminationStepsResolver,
    HouseholdDeterminationsResolver,
    PublicNoticeResolver,
    ObjectionResolver,
    GuaranteeCheckResolver,
    HouseholdGuaranteesResolver,
    StateCorrectionResolver,
  ],
  types: [QuestionedPayments],
  references: {
    QuestionedPayments: async (id: string) => Object.assign(new QuestionedPayments(), { id }),
  },
  entities: [Determination, DeterminationStep, PublicNotice, Objection, GuaranteeCheck, StateCorrection],
  migrations: [addDeterminations, addPublicNotices, statesByProcedure, addGuaranteeChecks, answersOfTheRegister],
  refusals: determinationRefusals,
};
