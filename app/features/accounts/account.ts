import { z } from "zod";
import { newPassword, typedPassword } from "./password";

/** The longest name. Members use their real names, and some are long. */
export const LONGEST_NAME = 100;

/**
 * A real name. Addresses are kept out of it: names stand in mails that go to people who never asked for them, and
 * mail programs make links of everything that looks like one.
 */
export const personName = z
  .string({ error: "accounts_name_missing" })
  .transform((text) => text.normalize("NFC").replace(/\s+/gu, " ").trim())
  .pipe(
    z
      .string()
      .min(1, "accounts_name_missing")
      .max(LONGEST_NAME, "accounts_name_long")
      .regex(/\p{L}/u, "accounts_name_odd")
      .regex(/^[^\p{Cc}\p{Co}\p{Bidi_Control}<>@:/\\]*$/u, "accounts_name_odd")
      .refine((text) => !/\p{L}\.\p{Ll}{2}/u.test(text), "accounts_name_odd"),
  );

/** A mail address, as it is kept: in lower case. 254 characters is the longest SMTP can carry (RFC 5321). */
export const emailAddress = z
  .string({ error: "accounts_email_missing" })
  .trim()
  .min(1, "accounts_email_missing")
  .max(254, "accounts_email_wrong")
  .toLowerCase()
  .pipe(z.email("accounts_email_wrong"));

const next = z.string().max(2_000).catch("");
const token = z.string().min(1).max(200).catch("");

export const signUpForm = z.object({ name: personName, email: emailAddress, password: newPassword, next });

export const signInForm = z.object({ email: emailAddress, password: typedPassword, next });

export const verifyForm = z.object({ token, password: z.string().max(800).catch("") });

export const askResetForm = z.object({ email: emailAddress });

export const resetForm = z.object({ token, password: newPassword });

/** Name and language; "" follows the browser. */
export const profileForm = z.object({ name: personName, locale: z.string().max(10).catch("") });

export const passwordForm = z.object({ currentPassword: typedPassword, password: newPassword });

/** A code of the app or a recovery code, as it is typed. */
const code = z
  .string({ error: "accounts_code_missing" })
  .trim()
  .min(1, "accounts_code_missing")
  .max(100, "accounts_code_wrong");

export const codeForm = z.object({ code });

export const secondFactorForm = z.object({ code, currentPassword: typedPassword });

/** The longest answer of an authenticator that is read, as JSON; honest ones stay below 4,000 characters. */
const passkeyAnswer = z.string().min(1).max(16_000).catch("");

/** The longest name of a passkey. */
export const LONGEST_PASSKEY_NAME = 60;

const passkeyName = z
  .string({ error: "accounts_passkey_name_missing" })
  .transform((text) => text.normalize("NFC").replace(/\s+/gu, " ").trim())
  .pipe(
    z
      .string()
      .min(1, "accounts_passkey_name_missing")
      .max(LONGEST_PASSKEY_NAME, "accounts_passkey_name_long")
      .regex(/^[^\p{Cc}\p{Co}\p{Bidi_Control}]*$/u, "accounts_name_odd"),
  );

/** Before a passkey is added; the code only where there is an app. */
export const beginPasskeyForm = z.object({
  currentPassword: typedPassword,
  code: code.or(z.literal("")).catch(""),
});

export const addPasskeyForm = z.object({ name: passkeyName, answer: passkeyAnswer });

export const renamePasskeyForm = z.object({ name: passkeyName });

export const removePasskeyForm = z.object({ currentPassword: typedPassword });

export const passkeySignInForm = z.object({ answer: passkeyAnswer, next });
/** `code` is asked for where there is a second factor, `sure` by a box to tick. */
export const deletionForm = z.object({
  sure: z.literal("yes", "accounts_delete_not_sure"),
  currentPassword: typedPassword,
  code: z.string().trim().max(100, "accounts_code_wrong").catch(""),
});

export const exportForm = z.object({ currentPassword: typedPassword });

export const emailChangeForm = z.object({ email: emailAddress, currentPassword: typedPassword });

export const changeAnswerForm = z.object({ token, answer: z.string().max(10).catch("") });

export const endSessionForm = z.object({ sessionId: z.string().max(100).catch("") });

export const preferencesForm = z.object({
  locale: z.string().max(10).optional().catch(undefined),
  theme: z.enum(["light", "dark", "system"]).optional().catch(undefined),
  next,
});
