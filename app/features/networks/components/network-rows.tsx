import { m } from "~/platform/i18n/messages";
import { RegisterRow } from "~/ui/register";
import { Tag } from "~/ui/tag";
import type { JoinPolicy, NetworkState } from "~db/vocabulary/networks";
import { stateWord } from "../state";
import { policyWord } from "../words";

/** A network in a register. */
export type NetworkRow = {
  slug: string;
  name: string;
  /** The region it lies in, and the country where rows of several stand together. */
  where: string;
  members: number;
  joinPolicy: JoinPolicy;
  state: NetworkState;
  /** Kilometres as they are shown, "12"; null where no place is known to measure from. */
  km: string | null;
  /** Whether its territory holds the place one asks from. */
  covers: boolean;
  /** Whether the reader is a member. */
  own: boolean;
};

/** The rows of networks, to stand in a `Register`. */
export function NetworkRows({ rows }: { rows: NetworkRow[] }) {
  return (
    <>
      {rows.map(({ slug, name, where, members, joinPolicy, state, km, covers, own }) => (
        <RegisterRow
          key={slug}
          to={`/networks/${slug}`}
          lead={km === null ? null : <Kilometres km={km} />}
          title={name}
          detail={[where, m.networks_members_count({ count: members })].filter(Boolean).join(" · ")}
          end={
            <>
              {covers ? <Tag tone="board">{m.networks_covers()}</Tag> : null}{" "}
              {own ? <Tag tone="marker">{m.networks_yours()}</Tag> : null}{" "}
              {state === "starting" ? <Tag tone="marker">{stateWord(state)}</Tag> : null}{" "}
              {state === "dormant" ? (
                <Tag>{stateWord(state)}</Tag>
              ) : (
                <Tag tone={joinPolicy === "open" ? "board" : "plain"}>{policyWord(joinPolicy)}</Tag>
              )}
            </>
          }
        />
      ))}
    </>
  );
}

/** A distance as the lead of a row: the figure large, its unit under it. */
function Kilometres({ km }: { km: string }) {
  return (
    <span className="date-block">
      <b>{km}</b> km
    </span>
  );
}
