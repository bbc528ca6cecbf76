// The parts of households that the register (建档立卡) is made of beyond its first load: the whole form, its changes, its years.
import { FactChangeResolver, HouseholdChangesResolver, MemberChangesResolver } from './change/change.resolver';
import { FactChange } from './change/fact-change.entity';
import { Income } from './income/income.entity';
import { HouseholdIncomesResolver, IncomeResolver, RegionIncomesResolver } from './income/income.resolver';
import { InsuredYearResolver } from './insurance/insured-year.resolver';
import { LivingResolver } from './living/living.resolver';
import { LivingConditions } from './living/living-conditions.entity';
import { MembershipResolver } from './membership/membership.resolver';
import { addFormFacts } from './migrations/1700000000200-form-facts';
import { addFactChanges } from './migrations/1700000000201-fact-changes';
import { addMemberships } from './migrations/1700000000202-memberships';
import { findPatientsOfTheDay } from './migrations/1700000000203-patients-of-the-day';
import { addIncomes } from './migrations/1700000000204-incomes';
import { addRegroupings } from './migrations/1700000000205-regroupings';
import { addRegisterYears } from './migrations/1700000000206-register-years';
import { registeredByTheHundred } from './migrations/1700000000300-registered-by-the-hundred';
import { registeredByTheThousand } from './migrations/1700000000301-registered-by-the-thousand';
import { insuredOfTheDay } from './migrations/1700000000495-insured-of-the-day';
import { registerRefusals } from './register-refusals.rules';
import { RegisterYear } from './register-year/register-year.entity';
import {
  RegisterYearResolver,
  RegisterYearsResolver,
  YearRecordResolver,
  YearRecordsResolver,
} from './register-year/register-year.resolver';
import { YearRecord } from './register-year/year-record.entity';
import { Regrouping } from './regrouping/regrouping.entity';
import { HouseholdRegroupingsResolver, RegroupingResolver } from './regrouping/regrouping.resolver';

export const registerParts = {
  resolvers: [
    LivingResolver,
    InsuredYearResolver,
    HouseholdChangesResolver,
    MemberChangesResolver,
    FactChangeResolver,
    MembershipResolver,
    HouseholdIncomesResolver,
    RegionIncomesResolver,
    IncomeResolver,
    HouseholdRegroupingsResolver,
    RegroupingResolver,
    YearRecordsResolver,
    YearRecordResolver,
    RegisterYearsResolver,
    RegisterYearResolver,
  ],
  entities: [LivingConditions, FactChange, Income, Regrouping, RegisterYear, YearRecord],
  migrations: [
    addFormFacts,
    addFactChanges,
    addMemberships,
    registeredByTheHundred,
    registeredByTheThousand,
    findPatientsOfTheDay,
    addIncomes,
    addRegroupings,
    addRegisterYears,
    insuredOfTheDay,
  ],
  refusals: registerRefusals,
};
