// Checks an input by its own decorators (class-validator); loaded once, because type-graphql's own way loads it anew for each argument of each call.
import { validateOrReject } from 'class-validator';
import { ArgumentValidationError } from 'type-graphql';

const OPTIONS = { skipMissingProperties: true, forbidUnknownValues: false };

export async function validateInput(given: unknown): Promise<void> {
  if (given === null || typeof given !== 'object') return;
  try {
    if (Array.isArray(given))
      await Promise.all(
        given
          .filter((each) => each !== null && typeof each === 'object')
          .map((each) => validateOrReject(each, OPTIONS)),
      );
    else await validateOrReject(given, OPTIONS);
  } catch (flaws) {
    throw new ArgumentValidationError(flaws as never);
  }
}
