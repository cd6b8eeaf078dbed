/**
 * What accounts announce. Facts lie in the job queue, so they carry ids and never a token or an address. `occasion` names
 * this one time, for the letter about it.
 */
export type AccountsFact =
  | { kind: "accounts.verification-wanted"; personId: string }
  /** Somebody signed up with the address of an account that is in use. */
  | { kind: "accounts.sign-up-repeated"; personId: string; occasion: string }
  /** `personId` may be nobody's: asking looks the same from outside whether or not there is an account. */
  | { kind: "accounts.reset-wanted"; personId: string }
  | { kind: "accounts.password-changed"; personId: string; occasion: string }
  /** Their app or a passkey was set up, taken away by themselves, or all by whoever runs the site. */
  | {
      kind: "accounts.second-factor-changed";
      personId: string;
      change: "set-up" | "removed" | "reset" | "passkey-added" | "passkey-removed";
      occasion: string;
    }
  /** An account was signed in with a browser it was not seen with before; the first one of all is not told. */
  | { kind: "accounts.browser-new"; personId: string; browserId: string }
  /** Somebody asked for another mail address. Asking looks the same whether or not that one has an account. */
  | { kind: "accounts.email-change-asked"; changeId: string }
  /** Somebody asked for their account to be deleted, or kept it after all. */
  | { kind: "accounts.deletion-asked"; personId: string; occasion: string }
  | { kind: "accounts.account-kept"; personId: string; occasion: string }
  /** A photo was taken away or gave way to another: its files are of no more use. */
  | { kind: "accounts.photo-replaced"; personId: string }
  /**
   * What others see of these people is new or different: the address is confirmed now, another name,
   * school, profile or photo.
   * Ids separated by commas, at most 500.
   */
  | { kind: "accounts.people-changed"; personIds: string };
