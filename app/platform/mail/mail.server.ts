export type Letter = {
  to: string;
  subject: string;
  /** Always there: some people read nothing else. */
  text: string;
  html: string;
  /** RFC 5322 Message-ID local part, so that a letter sent twice is recognised as one. */
  id: string;
  /**
   * Where letters of this kind are stopped by one POST (RFC 8058), as a whole address; told to mail programs as
   * List-Unsubscribe. Such a letter is one of many.
   */
  stopUrl?: string | undefined;
  /** The same id is the same letter: where `recognisesRepeats`, it arrives once however often it is sent. */
  once?: boolean;
};

/** The port. A rejected promise means: try again later. */
export type Mail = {
  /** @throws DeliveryUnknown when it may have been accepted, AddressRefused when the recipient is refused for good */
  send(letter: Letter): Promise<void>;
  /** Whether a letter that has to arrive `once` may be sent again when nobody knows whether it was. */
  recognisesRepeats: boolean;
  close(): Promise<void>;
};

/** The connection broke before the answer came: the letter was accepted or it was not. */
export class DeliveryUnknown extends Error {}

/**
 * One bare address, so that no letter reaches anybody else: no names, lists, spaces or control characters.
 * @throws Error otherwise; the address itself stays out of the message, for messages are logged
 */
export function oneAddress(value: string): string {
  if (value.length > 254 || !/^[^\s<>(),;:"\\\p{Cc}@]+@[^\s<>(),;:"\\\p{Cc}@]+$/u.test(value)) {
    throw new Error("the recipient is not one mail address");
  }
  return value;
}

/** Header values must stay on their line: no control characters, at most 300 characters. */
export const headerValue = (value: string) =>
  value
    .replace(/[\p{Cc}\u2028\u2029]+/gu, " ")
    .trim()
    .slice(0, 300);
