// Triggers of a light (亮灯条件) that look at one quarter: rank in the last N, a low score, points behind schedule, overdue items.
import type { BilingualText } from '#platform/vocabulary/refusal';
import { formatFraction, fractionOf, isBelow, multiply, parseDecimal, subtract } from '../scoring/fraction.rules';
import type { IndicatorFigures } from '../scoring/scoring-pattern.rules';
import type { LightTrigger } from './light-pack.rules';

export interface TriggerEvidence extends BilingualText {
  trigger: string;
  light: 'yellow' | 'red';
  source: string;
}

export interface RankedPeer {
  quarter: string;
  rank: number;
  peers: number;
  score: string;
  figures: Readonly<Record<string, IndicatorFigures | null>>;
}

export function directTriggersOf(peer: RankedPeer, triggers: readonly LightTrigger[]): TriggerEvidence[] {
  return triggers.flatMap((trigger) => {
    const told = toldOf(peer, trigger);
    return told ? [evidenceOf(trigger, told.zh, told.en)] : [];
  });
}

/** Null when the trigger is not met; an indicator without figures meets none, since what is unknown is nobody's fault. */
function toldOf(peer: RankedPeer, trigger: LightTrigger): BilingualText | null {
  const { rank, peers, score } = peer;
  switch (trigger.kind) {
    case 'last-of-peers':
      if (peers < trigger.minPeers || rank <= peers - trigger.n) return null;
      return {
        zh: `第 ${rank} 名，共 ${peers} 个，在后 ${trigger.n} 名`,
        en: `rank ${rank} of ${peers}, in the last ${trigger.n}`,
      };
    case 'score-below':
      if (hundredthsOf(score) >= hundredthsOf(trigger.below)) return null;
      return { zh: `得分 ${score}，低于 ${trigger.below}`, en: `score ${score}, below ${trigger.below}` };
    case 'points-behind-schedule': {
      const figures = peer.figures[trigger.indicator];
      if (!figures || figures.denominator === 0n) return null;
      const reached = multiply(fractionOf(figures.numerator, figures.denominator), fractionOf(100n, 1n));
      const planned = trigger.schedule[peer.quarter.slice(4) as keyof typeof trigger.schedule];
      const behind = subtract(parseDecimal(planned), reached);
      if (isBelow(behind, parseDecimal(trigger.behind))) return null;
      const [done, gap] = [formatFraction(reached, 2), formatFraction(behind, 2)];
      return {
        zh: `完成 ${done}%，序时 ${planned}%，落后 ${gap} 个百分点`,
        en: `${done}% done of ${planned}% scheduled, ${gap} points behind`,
      };
    }
    case 'overdue-count': {
      const figures = peer.figures[trigger.indicator];
      if (!figures || figures.numerator < BigInt(trigger.from)) return null;
      return {
        zh: `逾期 ${figures.numerator} 项，满 ${trigger.from} 项`,
        en: `${figures.numerator} overdue, at least ${trigger.from}`,
      };
    }
    case 'consecutive-yellows':
      return null;
  }
}

export function evidenceOf(trigger: LightTrigger, zh: string, en: string): TriggerEvidence {
  return {
    trigger: trigger.trigger,
    light: trigger.light,
    source: trigger.source,
    zh: `${trigger.clause.zh}：${zh}`,
    en: `${trigger.clause.en}: ${en}`,
  };
}

export function worstOf(triggers: readonly TriggerEvidence[]): 'green' | 'yellow' | 'red' {
  if (triggers.some((trigger) => trigger.light === 'red')) return 'red';
  return triggers.length > 0 ? 'yellow' : 'green';
}

/** '87.5' -> 8750: at most three digits before the point, so a safe integer. */
export function hundredthsOf(score: string): number {
  const [whole = '0', places = ''] = score.split('.');
  return Number(whole) * 100 + Number(places.padEnd(2, '0'));
}
