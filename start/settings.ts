// What `npm start` is told: where to listen, where to keep its data, whose database to use.
import { isAbsolute, join } from 'node:path';
import { z } from 'zod';
import { projectRoot } from '#platform/process/project-root';
import { port, profile, readSettings, secretSetting, setting } from '#platform/process/settings';

const schema = z.object({
  PROFILE: setting(profile().default('demo'), 'demo 演示 或 production 生产 · demo or production'),
  HOST: z.string().default('127.0.0.1'),
  PORT: setting(port().default(4000), '图的端口 · port of the graph'),
  DATA_DIR: setting(z.string().default('var'), '数据目录 · folder of the data'),
  DATABASE_URL: secretSetting(
    z.url({ protocol: /^postgres(ql)?$/ }),
    '迁移用户的数据库地址；不填则自带数据库 · database of the migrator; the embedded one when left out',
  ).optional(),
  ROLE_PREFIX: z.string().optional(),
  LOG_LEVEL: z.string().default('info'),
});

export type StartSettings = z.output<typeof schema> & { dataDir: string };

export function startSettings(env: NodeJS.ProcessEnv): StartSettings {
  const settings = readSettings(schema, env);
  return {
    ...settings,
    dataDir: isAbsolute(settings.DATA_DIR) ? settings.DATA_DIR : join(projectRoot, settings.DATA_DIR),
  };
}
