// No test and no step around one may take for ever: the runner sets no limit, so each is given one here.
const LIMIT_MS = 240_000;

type Step = (...given: unknown[]) => unknown;
type Declare = (name: string, step: Step, limit?: number) => void;

/** Takes no parameters as far as the runner can see, so that it waits for the promise alone. */
const limited =
  (step: Step, limit = LIMIT_MS): Step =>
  async (...given) => {
    let timer: NodeJS.Timeout | undefined;
    const tooLong = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(`it took longer than ${limit / 1000} s`)), limit);
    });
    try {
      await Promise.race([step(...given), tooLong]);
    } finally {
      clearTimeout(timer);
    }
  };

const scope = globalThis as unknown as Record<string, any>;

for (const name of ['beforeAll', 'beforeEach', 'afterAll', 'afterEach']) {
  const declare = scope[name] as (step: Step) => void;
  scope[name] = (step: Step, limit?: number) => declare(limited(step, limit));
}

const limitedTest = (declare: Declare): Declare => {
  return (name, step, limit) => declare(name, limited(step, limit));
};
const each =
  (declare: (...table: unknown[]) => Declare) =>
  (...table: unknown[]) =>
    limitedTest(declare(...table));

const { test } = scope;
scope.test = Object.assign(limitedTest(test), {
  each: each(test.each),
  skip: test.skip,
  only: Object.assign(limitedTest(test.only), { each: each(test.only.each) }),
});
