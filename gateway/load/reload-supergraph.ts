// Reloads the supergraph (联合模式热更新) while requests run: a good one is taken, a broken one is refused and the old graph stays.
import type { Log } from '#platform/process/log';
import type { Metrics } from '../metrics';
import { rehearseSupergraph } from './rehearse-supergraph';

export type ReloadOutcome = { taken: true; changed: boolean } | { taken: false; reason: string };

export interface ReloadSettings {
  /** what is served now */
  supergraphSdl: string;
  take(supergraphSdl: string): void;
  metrics: Metrics;
  log: Log;
}

export class SupergraphReload {
  private served: string;
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly settings: ReloadSettings) {
    this.served = settings.supergraphSdl;
  }

  /** One after another, in the order in which they were asked for; it never throws. */
  reload(supergraphSdl: string): Promise<ReloadOutcome> {
    const outcome = this.last.then(() => this.attempt(supergraphSdl));
    this.last = outcome;
    return outcome;
  }

  private async attempt(supergraphSdl: string): Promise<ReloadOutcome> {
    const { take, metrics, log } = this.settings;
    if (supergraphSdl === this.served) return { taken: true, changed: false };
    try {
      await rehearseSupergraph(supergraphSdl);
      take(supergraphSdl);
    } catch (error) {
      const reason = (error as Error).message;
      metrics.reload('refused');
      log.error({ err: error }, '新的联合模式有误，未采用，旧图继续服务 · the supergraph is broken, the old one stays');
      return { taken: false, reason };
    }
    this.served = supergraphSdl;
    metrics.reload('taken');
    log.warn({}, '已采用新的联合模式 · a new supergraph was taken');
    return { taken: true, changed: true };
  }
}
