// The parts of households that bring the register in and out as sheets: uploads, imports, exported lists.
import { householdListFile } from './household-list-file';
import { registerImports } from './migrations/1700000000220-register-imports';
import { HouseholdListResolver } from './register-export/household-list.resolver';
import { registerFlawsFile } from './register-flaws-file';
import { importRefusals } from './register-import/import-refusals.rules';
import { RegisterImport } from './register-import/register-import.entity';
import { RegisterImportResolver } from './register-import/register-import.resolver';
import { registerUpload } from './register-upload';

export const registerImportParts = {
  resolvers: [RegisterImportResolver, HouseholdListResolver],
  entities: [RegisterImport],
  migrations: [registerImports],
  refusals: importRefusals,
  files: { 'register-flaws': registerFlawsFile, 'household-list': householdListFile },
  uploads: { 'register-sheet': registerUpload },
};
