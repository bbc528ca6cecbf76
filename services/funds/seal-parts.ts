// The parts of funds that daily seals are made of: sealing what is over, showing the seals, and the file that is checked offline.
import { addDailySeals } from './migrations/1700000000442-daily-seals';
import { Seal } from './seal/seal.entity';
import { NoticeSealResolver, SealResolver } from './seal/seal.resolver';
import { sealRefusals } from './seal/seal-refusals.rules';
import { sealsFile } from './seals-file';

export const sealParts = {
  resolvers: [SealResolver, NoticeSealResolver],
  entities: [Seal],
  migrations: [addDailySeals],
  refusals: sealRefusals,
  files: { seals: sealsFile },
};
