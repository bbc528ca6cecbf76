// The operation log (操作日志) tells for whom somebody acted by delegation (职务代理).
import { migration } from '#platform/database/migration';

export const principalInLog = migration(
  1700000000330,
  'PrincipalInLog',
  () => 'alter table funds.audit add column principal_id uuid',
);
