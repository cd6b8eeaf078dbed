type OfRequest = { networkId: string; requestId: string };
type OfMember = { networkId: string; personId: string };
type OfAppointment = { networkId: string; appointmentId: string };
type OfAnnouncement = { networkId: string; announcementId: string };

/** What networks announce. */
export type NetworksFact =
  | { kind: "networks.created"; networkId: string }
  | { kind: "networks.changed"; networkId: string }
  | ({ kind: "networks.join-requested" } & OfRequest)
  | ({ kind: "networks.request-admitted" } & OfRequest)
  | ({ kind: "networks.request-declined" } & OfRequest)
  | ({ kind: "networks.request-withdrawn" } & OfRequest)
  /** `welcomed` where the answer to a request has brought them the welcome already. */
  | ({ kind: "networks.member-joined"; welcomed?: "yes" } & OfMember)
  | ({ kind: "networks.member-left" } & OfMember)
  | { kind: "networks.letter-wanted"; networkId: string; invitationId: string }
  | ({ kind: "networks.coordinator-appointed" } & OfAppointment)
  | ({ kind: "networks.appointment-ended" } & OfAppointment)
  | ({ kind: "networks.lead-changed"; formerId: string } & OfAppointment)
  | ({ kind: "networks.term-ending"; days: string } & OfAppointment)
  | { kind: "networks.lead-vacant"; networkId: string }
  | { kind: "networks.member-welcomed"; networkId: string; membershipId: string }
  | { kind: "networks.members-written"; networkId: string; messageIds: string }
  | ({ kind: "networks.announced" } & OfAnnouncement)
  | ({ kind: "networks.announcement-taken-back" } & OfAnnouncement);
