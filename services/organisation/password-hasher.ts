// Hashes passwords with argon2id; an unknown account, or one whose drawn password has a light hash, costs a guesser the same time.
import { Algorithm, hash, type Options, verify } from '@node-rs/argon2';
import type { PasswordHasher } from './sign-in/tools.rules';

/** OWASP's first choice of 2023 for argon2id. */
const FULL: Options = { algorithm: 2 satisfies Algorithm.Argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** Drawn passwords have some 79 bits of chance: thousands of them are hashed in one import. */
const LIGHT: Options = { ...FULL, memoryCost: 64, timeCost: 1 };
const DUMMY = hash('no account has this password', FULL);
const LONGEST = 1024;

export const passwordHasher: PasswordHasher = {
  hash: (password) => hash(password, FULL),
  hashDrawn: (password) => hash(password, LIGHT),
  async verify(hashed, password) {
    const given = password.slice(0, LONGEST);
    const right = hashed !== null && (await verify(hashed, given)) && given === password;
    if (hashed === null || !hashed.includes(`m=${FULL.memoryCost},`)) await verify(await DUMMY, given);
    return right;
  },
};
