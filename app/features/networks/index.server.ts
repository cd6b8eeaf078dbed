// What other features may use of networks, on the server.

export { announcementFor, announcementNews, memberIdsAfter, peopleEverIn } from "./announcements.server";
export { type NetworkEntry, networkAtlas } from "./atlas.server";
export { audiencesOf } from "./audiences.server";
export { mapCountry, nearestFirst } from "./find-networks.server";
export { type DrawnMap, drawCountry } from "./map.server";
export {
  administratorIds,
  appointmentNews,
  joinedNews,
  messageNews,
  requestNews,
  vacancyNews,
  welcomeNews,
} from "./news.server";
export { appointCoordinator } from "./operations/appoint-coordinator.server";
export { createNetwork, type NewNetwork } from "./operations/create-network.server";
export { inviteByLetter } from "./operations/invite-by-letter.server";
export { joinByInvitation } from "./operations/join-by-invitation.server";
export { joinNetwork } from "./operations/join-network.server";
export { makeInvitation } from "./operations/make-invitation.server";
export { postAnnouncement } from "./operations/post-announcement.server";
export { requestToJoin } from "./operations/request-to-join.server";
export {
  type Coordinator,
  coordinatorsOf,
  isCoordinator,
  isMember,
  type Network,
  networkBySlug,
  networksOf,
  type OwnNetwork,
} from "./queries.server";
export { rowOf } from "./rows.server";
export { dayOf } from "./term";
export { setTerritory } from "./territory/operations/set-territory.server";
export { longDay } from "./words";
