import { z } from "zod";

/** Length in characters as people count them. */
export const PASSWORD_LENGTH = { least: 10, most: 200 };

/** A password somebody chooses. Spaces count and stay. */
export const newPassword = z
  .string({ error: "accounts_password_missing" })
  .refine((text) => [...text].length >= PASSWORD_LENGTH.least, "accounts_password_short")
  .refine((text) => [...text].length <= PASSWORD_LENGTH.most, "accounts_password_long");

/** A password somebody types to prove who they are: any that may have been chosen. */
export const typedPassword = z
  .string({ error: "accounts_password_missing" })
  .min(1, "accounts_password_missing")
  .max(PASSWORD_LENGTH.most * 4, "accounts_password_long");

/**
 * Why a password of the right length is still no good, as a message key; null when it may be used.
 * Rules about kinds of characters are left out on purpose: they make passwords worse (NIST SP 800-63B, 3.1.1.2).
 * @param owner what a guesser knows about the person
 */
export function passwordWeakness(password: string, owner: { name: string; email: string }): string | null {
  const folded = fold(password);
  const [mailbox = ""] = owner.email.split("@");
  const own = [owner.email, mailbox, owner.name].map(fold).filter((text) => text.length > 0);
  if (own.some((text) => withoutTail(folded) === text || folded === text)) return "accounts_password_own";
  if (/^(.{1,3})\1+$/u.test(folded) || isRun(folded)) return "accounts_password_common";
  if (common.has(folded) || common.has(withoutTail(folded))) return "accounts_password_common";
  return null;
}

const fold = (text: string) =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s._-]/g, "");

/** "password2024!" is "password" to whoever guesses. */
const withoutTail = (text: string) => text.replace(/[\d!?*#@$]+$/, "");

/** Whether it only walks along the alphabet, the digits or a row of keys. */
function isRun(text: string): boolean {
  const rows = [
    "abcdefghijklmnopqrstuvwxyz",
    "01234567890",
    "qwertyuiop",
    "asdfghjkl",
    "azertyuiop",
    "qsdfghjklm",
  ];
  return rows.some((row) => {
    const backwards = [...row].reverse().join("");
    return row.repeat(4).includes(text) || backwards.repeat(4).includes(text);
  });
}

// The commonest of leaked lists, and what people here would think of first; without the digits after them.
const common = new Set(
  `password passw0rd motdepasse administrator iloveyou letmein welcome sunshine princess superman football baseball
   liverpool chelsea arsenal manchester barcelona pokemon starwars michael jessica charlie whatever trustno1
   qwerty azerty qwertyuiop azertyuiop 1q2w3e4r 1q2w3e4r5t 1qaz2wsx 1qaz2wsx3edc qazwsxedc zaq12wsx q1w2e3r4t5
   qwerty123 asdfghjkl zxcvbnm changeme default secret mysecret letmeinnow opensesame computer internet
   school teacher teachers staffroom classroom education engineering mathematics science physics chemistry
   professeur enseignant salledesprofs bonjour jetaime soleil doudou chouchou marseille loulou`
    .split(/\s+/)
    .filter(Boolean),
);
