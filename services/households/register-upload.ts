// Takes a register sheet in at the file door (收取登记表): sealed at once, because it is full of numbers, and opened by imports alone.
import type { FileTaker } from '#platform/graph/files/file-answer';
import { sha256Of } from '#platform/vocabulary/canonical';
import { commonRefusals } from '#platform/vocabulary/refusal';
import type { HouseholdsContext } from './tools';

export const registerUpload: FileTaker = async (given, { id, name, body }) => {
  const { caller, inScope, tools } = given as unknown as HouseholdsContext;
  const path = caller.scope === 'region' && caller.regionId ? await inScope.pathWithin(caller.regionId) : null;
  if (!path) throw commonRefusals.forbidden();
  const sha256 = sha256Of(body);
  const sealed = tools.personalData.sealBytes(body);
  return async (query) => {
    await query(
      `insert into households.register_import (id, region_id, path, person_id, name, bytes, sha256) values ($1, $2, $3, $4, $5, $6, $7)`,
      [id, caller.regionId, path, caller.personId, name, body.length, sha256],
    );
    await query(
      'insert into households.register_import_file (import_id, path, person_id, sealed) values ($1, $2, $3, $4)',
      [id, path, caller.personId, sealed],
    );
  };
};
