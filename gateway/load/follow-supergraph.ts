// Follows the supergraph's file for as long as the process lives: every new text of it is offered to the gateway.
import type { Log } from '#platform/process/log';
import { onShutdown } from '#platform/process/shutdown';
import type { ReloadOutcome } from './reload-supergraph';
import { watchSupergraph } from './watch-supergraph';

export interface FollowSettings {
  file: string;
  log: Log;
  /** SIGHUP asks for the file at once; not where a terminal may send it */
  onHangup: boolean;
}

export function followSupergraph(
  gateway: { reload(supergraphSdl: string): Promise<ReloadOutcome> },
  { file, log, onHangup }: FollowSettings,
): void {
  const stop = watchSupergraph({
    file,
    changed: (supergraphSdl) => gateway.reload(supergraphSdl),
    failed: (error) =>
      log.error(
        { err: error, file },
        '联合模式文件无法读取，旧图继续服务 · the supergraph cannot be read, the old one stays',
      ),
    onHangup,
  });
  onShutdown('supergraph', stop);
}
