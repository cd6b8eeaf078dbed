import type { ReactNode } from "react";
import { m } from "~/platform/i18n/messages";
import { SquaredHead } from "~/ui/frame/squared-head";
import type { NetworkHeadData } from "../seen-network.server";

type NetworkHeadProps = {
  head: NetworkHeadData;
  /** The sentence about it, where the network is introduced. */
  lead?: string;
  children?: ReactNode;
};

/** The head of every page of a network: where, its name, its parts. */
export function NetworkHead({ head, lead, children }: NetworkHeadProps) {
  const path = `/networks/${head.slug}`;
  const tabs = [
    { to: path, label: m.networks_tab_overview(), end: true },
    ...(head.may.seeMembers ? [{ to: `${path}/members`, label: m.networks_tab_members() }] : []),
    ...(head.may.seeAnnouncements
      ? [{ to: `${path}/announcements`, label: m.networks_tab_announcements() }]
      : []),
    ...(head.may.coordinate ? [{ to: `${path}/coordinate`, label: m.networks_tab_coordinate() }] : []),
  ];
  return (
    <SquaredHead over={head.where} title={head.name} lead={lead} tabs={tabs.length > 1 ? tabs : undefined}>
      {children}
    </SquaredHead>
  );
}
