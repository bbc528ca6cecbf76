// What households is opened with: the keys under which personal data (个人信息) is sealed and looked up, the packs of visits and pairing, and the poverty lines.
import { z } from 'zod';
import { PersonalData } from '#platform/database/personal-data';
import type { Context } from '#platform/graph/context';
import { type FileTools, openFileDesk } from '#platform/graph/files/file-desk';
import { createLog } from '#platform/process/log';
import { readData } from '#platform/process/read-data';
import { jsonOf, key32, readSettings, secretSetting } from '#platform/process/settings';
import { packHash } from '#platform/vocabulary/canonical';
import { type ComparisonPack, parseComparisonPack } from './comparison/comparison-pack.rules';
import { type ComplaintClock, parseComplaintClock } from './complaint/complaint.rules';
import { type DeterminationPack, parseDeterminationPack } from './determination/determination-pack.rules';
import { type GuaranteePack, parseGuaranteePack } from './guarantee-check/guarantee-pack.rules';
import { type PovertyLines, parsePovertyLines } from './income/poverty-line.rules';
import { type LookBackPack, parseLookBackPack } from './look-back/look-back-pack.rules';
import { type PairingPack, parsePairingPack } from './pairing/pairing-pack.rules';
import { type ProgrammePack, parseProgrammePack } from './programme/programme-pack.rules';
import type { RegisterSheets } from './register-import/sheet-batch.rules';
import { type RowSeal, rowSeal } from './register-row-seal';
import { registerSheets } from './register-sheets';
import { parseVisitPack, type VisitPack } from './visit/visit-pack.rules';

export interface HouseholdsTools extends FileTools {
  personalData: PersonalData;
  sheets: RegisterSheets;
  rowSeal: RowSeal;
  visitPacks: readonly VisitPack[];
  pairingPacks: readonly PairingPack[];
  povertyLines: readonly PovertyLines[];
}

export type HouseholdsContext = Context<HouseholdsTools>;

const schema = z.object({
  PERSONAL_DATA_KEYS: secretSetting(
    jsonOf(z.record(z.string().regex(/^[1-9]\d{0,2}$/), key32())),
    '个人信息密钥 JSON，版本 -> 32 字节 base64 · keys of personal data, version -> 32 bytes in base64',
  ),
  BLIND_INDEX_KEY: secretSetting(key32(), '盲索引密钥 · key of the blind index'),
});

export function householdsTools(env: NodeJS.ProcessEnv): HouseholdsTools {
  const { PERSONAL_DATA_KEYS: keys, BLIND_INDEX_KEY: blindIndexKey } = readSettings(schema, env);
  return {
    files: openFileDesk(env, 'households'),
    personalData: new PersonalData({ keys, blindIndexKey }),
    sheets: registerSheets({ keys, blindIndexKey }, createLog('households', { level: env.LOG_LEVEL ?? 'info' })),
    rowSeal: rowSeal(blindIndexKey),
    visitPacks: readData('visit-rules', parseVisitPack),
    pairingPacks: readData('pairing-rules', parsePairingPack),
    povertyLines: readData('poverty-lines', parsePovertyLines),
  };
}

let clocks: ComplaintClock[] | undefined;

/** The clocks of complaints about wrong data, likewise. */
export function complaintClocks(): readonly ComplaintClock[] {
  clocks ??= readData('complaint-clocks', parseComplaintClock);
  return clocks;
}

let comparisons: ComparisonPack[] | undefined;

/** All rules of comparison that ship; which of them holds is asked of the database's day. */
export function comparisonPacks(): readonly ComparisonPack[] {
  comparisons ??= readData('comparisons', parseComparisonPack);
  return comparisons;
}

export interface KnownProgrammePack {
  hash: string;
  pack: ProgrammePack;
}

let packs: KnownProgrammePack[] | undefined;

/** The rule packs of programmes that ship (专项规则包), read once. */
export function programmePacks(): readonly KnownProgrammePack[] {
  packs ??= readData('programmes', parseProgrammePack).map((pack) => ({ pack, hash: packHash(pack) }));
  return packs;
}

let determinations: DeterminationPack[] | undefined;

/** All that ship, read once a process. */
export function determinationPacks(): readonly DeterminationPack[] {
  determinations ??= readData('determinations', parseDeterminationPack);
  return determinations;
}

let guarantees: GuaranteePack[] | undefined;

export function guaranteePacks(): readonly GuaranteePack[] {
  guarantees ??= readData('guarantee-checks', parseGuaranteePack);
  return guarantees;
}

let lookBacks: LookBackPack[] | undefined;

export function lookBackPacks(): readonly LookBackPack[] {
  lookBacks ??= readData('look-backs', parseLookBackPack);
  return lookBacks;
}
