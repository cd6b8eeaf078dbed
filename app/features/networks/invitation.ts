// No form schemas here: the browser needs these, and should not load a validator with them.

/** How long a link can work, in days; the second is the usual. */
export const INVITATION_DAYS = [7, 30, 90] as const;
export const USUAL_INVITATION_DAYS = 30;

/** The most people one link lets in, where there is a limit at all. */
export const MOST_USES = 500;

/** Longest note to a link, in characters. */
export const LONGEST_NOTE = 200;

/** Links of one network that work at the same time: a list that still can be looked over. */
export const MOST_INVITATIONS = 50;

/** What an invitation is now. Who holds a link learns only whether it is valid. */
export type InvitationState = "valid" | "used-up" | "expired" | "revoked";

type Invitation = { usesLimit: number | null; uses: number; expiresAt: Date; revokedAt: Date | null };

/** What an invitation is at a moment. A revoked one stays revoked, whatever else happened to it. */
export function stateOf({ usesLimit, uses, expiresAt, revokedAt }: Invitation, now: Date): InvitationState {
  if (revokedAt) return "revoked";
  if (expiresAt <= now) return "expired";
  return usesLimit !== null && uses >= usesLimit ? "used-up" : "valid";
}

/** The address of an invitation on this site. */
export const joinPath = (code: string) => `/join/${code}`;

/** Where who was invited by a letter ends all further ones of that network. */
export const neverAgainPath = (code: string) => `${joinPath(code)}/never-again`;
