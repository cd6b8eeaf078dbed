import type { writeLetter } from "~/platform/mail/letter.server";
import { hashToken } from "~/platform/secrets/tokens.server";
import type { Services } from "~/platform/services/services.server";
import { createToken, dropToken, type TokenPurpose } from "../email-tokens.server";

const pages: Record<TokenPurpose, string> = { verify: "/verify", reset: "/reset-password" };

/**
 * Makes a token at the moment its letter is written and sends the letter. So the token lies in no job and no log, and
 * each try of the job carries a token of its own.
 * @param write gets the address of the page that spends the token
 */
export async function sendWithToken(
  { db, mail, config }: Services,
  { personId, purpose, to }: { personId: string; purpose: TokenPurpose; to: string },
  write: (url: string) => ReturnType<typeof writeLetter>,
): Promise<void> {
  const token = await createToken(db, personId, purpose);
  try {
    const letter = write(`${config.appUrl}${pages[purpose]}?token=${token}`);
    await mail.send({ to, id: `${purpose}-${hashToken(token).slice(0, 32)}`, ...letter });
  } catch (error) {
    await dropToken(db, token);
    throw error;
  }
}
