import type { SQL } from "drizzle-orm";
import type { Actor } from "~/platform/services/actor";
import type { Reader } from "~db/client.server";
import type { Network } from "../queries.server";
import type { Urgency } from "./urgency";

/** Something that needs a person now, in words of the reader's language. */
export type Need = {
  /** Of its source. */
  kind: string;
  /** What it is about; with the kind it names the need. */
  subjectId: string;
  urgency: Urgency;
  /** The state in a word or two. */
  tag: string;
  title: string;
  detail: string;
  /** What somebody wrote, as they wrote it. */
  quote?: string;
  /** The one thing that resolves it; `name` is what it is called out of its row. Fields are posted to the cockpit. */
  action: { label: string; name: string } & ({ to: string } | { fields: Record<string, string> });
  /** A second, quieter way out. */
  otherwise?: { label: string; name: string; to: string };
  /** How its button for letting it be is called out of its row; null where it cannot be let be. */
  letBe: string | null;
};

/** For whom needs are listed, and when. The reader may coordinate the network. */
export type NeedsAsked = {
  network: Network;
  reader: Actor;
  /** Whether the reader may appoint coordinators. */
  mayAppoint: boolean;
  now: Date;
  /** The day of `now`, in UTC. */
  today: string;
  /** True for those that were let be, false for the others. */
  leftBe: boolean;
  /** Only what is about this; sources that can be let be look at it. */
  subjectId?: string;
};

/** A kind of need. `list` takes one query, whatever there is. */
export type NeedSource = {
  /** Names it in addresses and in what was let be: small letters and hyphens. */
  kind: string;
  /** Heading of the page that lists all of them. */
  title: () => string;
  /** What such a need is, in a sentence. */
  about: () => string;
  /** Whether coordinators can let one be for a while. */
  canBeLeft: boolean;
  /** The most urgent first. */
  list(db: Reader, asked: NeedsAsked, page: { limit: number; offset: number }): Promise<Need[]>;
  /** A query with a row for each of them, to be counted beside the others'; null where there can be none. */
  each(asked: NeedsAsked): SQL | null;
};

declare module "~/platform/services/services.server" {
  interface Wired {
    /** Everything that can need a coordinator. */
    needSources: readonly NeedSource[];
  }
}
