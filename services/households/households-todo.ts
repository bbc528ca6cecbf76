// What may wait for somebody in households (贫困户待办): exemptions from visits, decided above the village, and what each part brings.
import { exemptionSource, type TodoSource } from '#platform/graph/todo/todo-source';
import { bankAccountTodo } from './bank-account-parts';
import { determinationTodo } from './determination-todo';
import { helpTodo } from './help-todo';
import { lookBackTodo } from './look-back-todo';
import { programmeTodo } from './programme-todo';
import { registerTodo } from './register-todo';
import { resettlementTodo } from './resettlement-todo';
import { searchTodo } from './search-todo';

export const householdsTodo: readonly TodoSource[] = [
  ...determinationTodo,
  ...lookBackTodo,
  exemptionSource(
    {
      title: { zh: '决定走访豁免', en: 'Decide on an exemption from a visit' },
      verb: 'approveVisitExemption',
      subject: 'VisitExemption',
    },
    'households',
  ),
  ...registerTodo,
  ...bankAccountTodo,
  ...searchTodo,
  ...programmeTodo,
  ...resettlementTodo,
  ...helpTodo,
];
