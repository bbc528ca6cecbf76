// How much one operation may ask for: the numbers of the gateway's limits.
export interface Limits {
  tokens: number;
  depth: number;
  aliases: number;
  cost: number;
  directives: number;
  rootFields: number;
  fields: number;
  repeats: number;
  fragments: number;
  nameLength: number;
  introspectionLists: number;
  introspectionDepth: number;
  page: number;
}

/** Numbers that no setting moves. */
export const fixedLimits = {
  directives: 30,
  rootFields: 30,
  fields: 1000,
  // Fields of one name are compared pair by pair when a query is validated: thousands of them cost seconds.
  repeats: 20,
  fragments: 100,
  // A name that is not known is compared letter by letter with those that are, to ask whether one was meant: long ones cost seconds.
  nameLength: 200,
  // `fields { type { fields …` multiplies with each turn.
  introspectionLists: 2,
  introspectionDepth: 20,
  page: 200,
} as const;

/** The fixed numbers with those that are set. */
export const limitsOf = (
  settings: Readonly<Record<'MAX_TOKENS' | 'MAX_DEPTH' | 'MAX_ALIASES' | 'MAX_COST', number>>,
): Limits => ({
  ...fixedLimits,
  tokens: settings.MAX_TOKENS,
  depth: settings.MAX_DEPTH,
  aliases: settings.MAX_ALIASES,
  cost: settings.MAX_COST,
});

/** Guesses at a secret: a hundred of them under aliases would be a hundred tries behind one request. */
export const oncePerOperation: ReadonlySet<string> = new Set([
  'signIn',
  'renew',
  'changePassword',
  'confirmSecondFactor',
]);

/** Rows of a page when a client names no number, and how many a list without pages counts for. */
export const DEFAULT_PAGE = 20;
export const UNPAGED_LIST = 10;
