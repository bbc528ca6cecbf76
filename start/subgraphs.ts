// The four subgraphs and the tools that each is opened with: the one list of them.
import type { SubgraphName } from '#platform/database/roles';
import type { SubgraphParts } from '#platform/graph/compile';
import { assessments } from '../services/assessments/subgraph';
import { assessmentsTools } from '../services/assessments/tools';
import { funds } from '../services/funds/subgraph';
import { fundsTools } from '../services/funds/tools';
import { households } from '../services/households/subgraph';
import { householdsTools } from '../services/households/tools';
import { organisation } from '../services/organisation/subgraph';
import { organisationTools } from '../services/organisation/tools';

interface SubgraphEntry {
  parts: SubgraphParts;
  toolsOf(env: NodeJS.ProcessEnv): unknown;
}

export const subgraphs: Readonly<Record<SubgraphName, SubgraphEntry>> = {
  organisation: { parts: organisation, toolsOf: organisationTools },
  households: { parts: households, toolsOf: householdsTools },
  assessments: { parts: assessments, toolsOf: assessmentsTools },
  funds: { parts: funds, toolsOf: fundsTools },
};
