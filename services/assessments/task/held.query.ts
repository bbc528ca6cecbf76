// Which tasks are owed when (任务有效期间): those that a later version of the checklist words otherwise are owed no more from its first day on.

/** `t` is the task, `until` the day after the quarter: a version changes with a quarter, so that a task holds in the whole of it or not at all. */
export const heldThrough = (until: string) =>
  `(t.held_from is null or t.held_from < ${until}) and (t.held_to is null or t.held_to >= ${until})`;

/** One whose version was withdrawn before its first day is no task of anybody. */
export const everHeld = '(t.held_from is null or t.held_to is null or t.held_to > t.held_from)';

export const heldOn = (day: string) =>
  `(t.held_from is null or t.held_from <= ${day}) and (t.held_to is null or t.held_to > ${day})`;
