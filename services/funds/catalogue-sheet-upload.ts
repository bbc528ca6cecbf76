// Takes a sheet of a catalogue in at the file door (收取医保目录表): kept as it came, for whoever makes packs.
import type { FileTaker } from '#platform/graph/files/file-answer';
import { sha256Of } from '#platform/vocabulary/canonical';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { permissions } from './permissions';

export const catalogueSheetUpload: FileTaker = async ({ caller, inScope }, { id, name, body }) => {
  if (!permissions.ruleOf('Mutation', 'requestCatalogueUpload').admits(caller)) throw commonRefusals.forbidden();
  const path = caller.regionId ? await inScope.pathWithin(caller.regionId) : null;
  if (!path) throw commonRefusals.forbidden();
  return async (query) => {
    await query(
      `insert into funds.catalogue_sheet (id, region_id, path, name, bytes, sha256, content, brought_by) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [id, caller.regionId, path, name, body.length, sha256Of(body), body, caller.personId],
    );
  };
};
