// Treat first, pay later (先诊疗后付费): who is admitted pays no deposit and signs an agreement; a few cases are excluded, and say why.
import { invalidInput } from '#platform/vocabulary/refusal';

/** Excluded by the notices that were found: 酗酒打架吸毒自杀; 视力矫正、保健理疗; 美容整形; 义齿眼镜助听器; 器官源; 第三方责任. */
export enum TreatFirstExclusion {
  intoxicationOrViolence = 'intoxication-or-violence',
  wellness = 'wellness',
  cosmetic = 'cosmetic',
  prosthesis = 'prosthesis',
  organSource = 'organ-source',
  thirdParty = 'third-party',
}

export interface TreatFirst {
  treatFirst: boolean;
  treatFirstExclusion: TreatFirstExclusion | null;
  /** the day on which the patient signed the agreement */
  agreementOn: string | null;
}

/** Where the policy lists whom it excludes, nobody is excluded for another reason. A hospital that gives none is recorded as it acted, and monitoring asks it why. */
export function checkListed(
  { treatFirstExclusion }: TreatFirst,
  listed: readonly { code: TreatFirstExclusion; name: { zh: string } }[] | null,
): void {
  if (treatFirstExclusion === null || listed === null) return;
  if (listed.some(({ code }) => code === treatFirstExclusion)) return;
  const names = listed.map(({ name }) => name.zh).join('；');
  throw invalidInput(
    'treatFirstExclusion',
    `排除情形须为政策所列：${names}`,
    'an exclusion is one that the policy lists',
  );
}

export function checkTreatFirst({ treatFirst, treatFirstExclusion, agreementOn }: TreatFirst): void {
  if (treatFirst && treatFirstExclusion !== null)
    throw invalidInput('treatFirstExclusion', '先诊疗后付费的不填排除情形', 'whoever is treated first is not excluded');
  if (!treatFirst && agreementOn !== null)
    throw invalidInput('agreementOn', '未先诊疗后付费的不签协议', 'without treating first there is no agreement');
}
