import { hash, type Options, verify } from "@node-rs/argon2";

// OWASP password storage cheat sheet: argon2id with 19 MiB, two passes, one lane.
// 2 is Algorithm.Argon2id; the package exports a const enum, which isolated modules cannot read.
const options: Options = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The hash of no password anybody has, with the same parameters, so that checking against it takes as long. */
const NOBODY =
  "$argon2id$v=19$m=19456,t=2,p=1$FtWBEfZ7XV5C31phmyuXDQ$y2ct6yM+C9n7ag4dwQoTtxvhyHyrFeJUPrYEZjVlb6k";

// The same password typed on two systems may arrive in two forms of Unicode.
const normal = (password: string) => password.normalize("NFKC");

/** What is stored instead of a password. Takes about 30 ms of one core, so a seed hashes once for many people. */
export const hashPassword = (password: string) => hash(normal(password), options);

/**
 * Whether the password belongs to the hash.
 * @param stored null where there is no such person: it takes the same time and is never true
 */
export async function passwordMatches(stored: string | null, password: string): Promise<boolean> {
  const usable = stored?.startsWith("$argon2id$") ? stored : null;
  const matches = await verify(usable ?? NOBODY, normal(password));
  return matches && usable !== null;
}

/** Stored for people who have no password yet: they set one by mail. */
export const NO_PASSWORD = "none";
