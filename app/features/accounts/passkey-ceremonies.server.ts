import { isIP } from "node:net";
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";
import type { Assertion, Attestation } from "./passkey-answers.server";
import { CHALLENGE_MINUTES } from "./passkey-challenges.server";
import type { StoredPasskey } from "./passkeys.server";

// WebAuthn level 3. The user is always verified, by finger, face or PIN: having the device and being its owner are two
// factors in one.

const TIMEOUT_MS = CHALLENGE_MINUTES * 60_000;

const partyOf = (appUrl: string) => ({ rpID: new URL(appUrl).hostname, origin: new URL(appUrl).origin });

/** Whether browsers do passkeys on a site with this address: a name, by https or on this very machine. */
export function passkeysPossible(appUrl: string): boolean {
  const { hostname, protocol } = new URL(appUrl);
  return isIP(hostname.replace(/^\[|\]$/g, "")) === 0 && (protocol === "https:" || hostname === "localhost");
}

type Known = { id: string; transports: string[] };

/**
 * What a browser needs to make a passkey.
 * @param input.userHandle random bytes as base64url
 * @param input.known passkeys the person has: an authenticator makes no second one
 */
export const creationOptions = (
  appUrl: string,
  input: {
    challenge: string;
    siteName: string;
    email: string;
    name: string;
    userHandle: string;
    known: Known[];
  },
) =>
  generateRegistrationOptions({
    rpName: input.siteName,
    rpID: partyOf(appUrl).rpID,
    userName: input.email,
    userDisplayName: input.name,
    userID: new Uint8Array(Buffer.from(input.userHandle, "base64url")),
    challenge: new Uint8Array(Buffer.from(input.challenge)),
    timeout: TIMEOUT_MS,
    attestationType: "none",
    excludeCredentials: input.known,
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
  });

/** What a browser needs to answer with a passkey. @param known those of one person; empty lets them choose */
export const requestOptions = (appUrl: string, challenge: string, known: Known[]) =>
  generateAuthenticationOptions({
    rpID: partyOf(appUrl).rpID,
    challenge: new Uint8Array(Buffer.from(challenge)),
    timeout: TIMEOUT_MS,
    userVerification: "required",
    allowCredentials: known,
  });

/** Checks what an authenticator says of a new passkey. @returns null when anything of it is not right */
export async function checkAttestation(appUrl: string, answer: Attestation) {
  const { rpID, origin } = partyOf(appUrl);
  try {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: answer.response,
      expectedChallenge: answer.rawChallenge,
      expectedOrigin: origin,
      expectedRPID: rpID,
      requireUserVerification: true,
    });
    return verified ? registrationInfo : null;
  } catch {
    return null;
  }
}

// A key nobody has, so that an unknown passkey is checked like a known one: the point is the generator of P-256.
const NOBODY: Pick<StoredPasskey, "credentialId" | "publicKey"> = {
  credentialId: "bm9ib2R5",
  publicKey: Buffer.from(
    "a5010203262001215820" +
      "6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296" +
      "225820" +
      "4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5",
    "hex",
  ).toString("base64url"),
};

/**
 * Checks the answer of a passkey but for its counter, which is for the transaction to take.
 * @param passkey null where it is unknown: it takes the same work and is never right
 * @returns null when anything of it is not right
 */
export async function checkAssertion(
  appUrl: string,
  answer: Assertion,
  passkey: StoredPasskey | null,
): Promise<{ counter: number; backedUp: boolean } | null> {
  const { rpID, origin } = partyOf(appUrl);
  const { credentialId, publicKey } = passkey ?? NOBODY;
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: answer.response,
      expectedChallenge: answer.rawChallenge,
      expectedOrigin: origin,
      expectedRPID: rpID,
      credential: {
        id: credentialId,
        publicKey: new Uint8Array(Buffer.from(publicKey, "base64url")),
        counter: 0,
      },
      requireUserVerification: true,
    });
    const { newCounter, credentialBackedUp } = authenticationInfo;
    const handle = answer.response.response.userHandle;
    const same = passkey !== null && (!handle || handle === passkey.userHandle);
    return verified && same ? { counter: newCounter, backedUp: credentialBackedUp } : null;
  } catch {
    return null;
  }
}
