// The parts of funds that bring a medical catalogue in as a sheet (医保目录导入).
import { CatalogueSheet } from './catalogue/catalogue-sheet.entity';
import { CatalogueSheetResolver } from './catalogue/catalogue-sheet.resolver';
import { CATALOGUE_SHEET } from './catalogue/request-catalogue-upload';
import { catalogueSheetUpload } from './catalogue-sheet-upload';
import { catalogueSheets } from './migrations/1700000000487-catalogue-sheets';

export const catalogueParts = {
  resolvers: [CatalogueSheetResolver],
  entities: [CatalogueSheet],
  migrations: [catalogueSheets],
  uploads: { [CATALOGUE_SHEET]: catalogueSheetUpload },
};
