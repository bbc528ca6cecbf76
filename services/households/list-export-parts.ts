// The parts of households that let lists out as workbooks: one mechanism, a list its columns.
import { ListExportResolver } from './list-export/list-export.resolver';
import { listExportFile } from './list-export-file';

export const listExportParts = {
  resolvers: [ListExportResolver],
  files: { 'list-export': listExportFile },
};
