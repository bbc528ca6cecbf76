// What the sign-in desk works with: the signer of tokens, the hasher of passwords, the sealer of secrets, the reader of sheets.

export type Profile = 'demo' | 'production';

export interface SignedToken {
  token: string;
  expiresAt: Date;
}

export interface TokenSigner {
  sign(personId: string, sessionId: string, now: Date): Promise<SignedToken>;
}

/** Another authority that says who somebody is; what he may do is decided here. */
export interface ExternalIssuer {
  /** the account that a good ID token names; null whatever is wrong with it */
  read(idToken: string, now: Date): Promise<{ account: string } | null>;
}

export interface PasswordHasher {
  hash(password: string): Promise<string>;
  /** for passwords that we drew ourselves, with more chance in them than a slow hash could add */
  hashDrawn(password: string): Promise<string>;
  /** takes the same time for an unknown account (null) */
  verify(hash: string | null, password: string): Promise<boolean>;
}

export interface SheetRow {
  /** line in the sheet, counted from 1 with the heading */
  line: number;
  account: string;
  name: string;
  unitCode: string;
}

export interface OrganisationTools {
  profile: Profile;
  tokens: TokenSigner;
  passwords: PasswordHasher;
  /** null unless configured */
  externalIssuer: ExternalIssuer | null;
  seal(text: string): Buffer;
  unseal(sealed: Buffer): string;
  /** a keyed hash: equal texts give equal fingerprints, and nobody without the key can compute one */
  fingerprint(text: string): string;
  breachedPasswords: ReadonlySet<string>;
  /** null for a file that is not such a sheet */
  readAccountSheet(file: Buffer): Promise<SheetRow[] | null>;
}
