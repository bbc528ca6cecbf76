// The kinds of rule packs that the project library decides by (项目库所依规则包).
import { distributionPackKind } from './asset/distribution-pack.rules';
import { performancePackKind } from './performance/performance-pack.rules';
import { projectPackKind } from './project/project-pack.rules';

export const projectPackKinds = [projectPackKind, distributionPackKind, performancePackKind];
