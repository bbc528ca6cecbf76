// The kinds of rule packs that the project library decides by (项目库所依规则包).
import { projectPackKind } from './project/project-pack.rules';

export const projectPackKinds = [projectPackKind];
