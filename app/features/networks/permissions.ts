import { type Actor, isAdministrator } from "~/platform/services/actor";
import type { JoinPolicy, NetworkState } from "~db/vocabulary/networks";
import { type Appointment, holdsOn } from "./term";

/** What a person is to one network. */
export type Standing = { member: boolean; waiting: boolean; appointment: Appointment | null };

/** What a visitor is to every network. */
export const outsider: Standing = { member: false, waiting: false, appointment: null };

type Policy = { joinPolicy: JoinPolicy; state: NetworkState };

/** Whether people come in by the front door; a dormant network takes them by invitation only, a closed one not at all. */
export const takesNewcomers = ({ state }: Pick<Policy, "state">) =>
  state === "starting" || state === "active";

/** Somebody signed in who is not a member of an open network. */
export const mayJoin = (actor: Actor, network: Policy, standing: Standing) =>
  actor.kind === "person" && !standing.member && takesNewcomers(network) && network.joinPolicy === "open";

/** Somebody signed in who is not a member, where members are admitted on request. */
export const mayRequest = (actor: Actor, network: Policy, standing: Standing) =>
  actor.kind === "person" &&
  !standing.member &&
  !standing.waiting &&
  takesNewcomers(network) &&
  network.joinPolicy === "request";

export const mayWithdraw = (actor: Actor, standing: Standing) => actor.kind === "person" && standing.waiting;

export const mayLeave = (actor: Actor, standing: Standing) => actor.kind === "person" && standing.member;

/** Names and schools of members are for members. */
export const maySeeMembers = (actor: Actor, standing: Standing) => isAdministrator(actor) || standing.member;

// An appointment gives nothing while the second factor that the site asks for is missing.
const appointmentOf = (actor: Actor, { appointment }: Standing, today: string) =>
  appointment && holdsOn(appointment, today) && !(actor.kind === "person" && actor.rolesWait)
    ? appointment
    : null;

/** Coordinators until the last day of their term; it ends at midnight without anybody doing anything. */
export const mayCoordinate = (actor: Actor, standing: Standing, today: string) =>
  isAdministrator(actor) || appointmentOf(actor, standing, today) !== null;

/** Appointing and ending appointments: administrators and the lead. */
export const mayAppoint = (actor: Actor, standing: Standing, today: string) =>
  isAdministrator(actor) || appointmentOf(actor, standing, today)?.duty === "lead";

/** A coordinator may always step down; for others see `mayAppoint`. */
export const mayEndAppointment = (actor: Actor, standing: Standing, today: string, whose: string) =>
  mayAppoint(actor, standing, today) ||
  (actor.kind === "person" && actor.id === whose && mayCoordinate(actor, standing, today));

/** Closing a network and opening it again: administrators and the lead. Everything else of it: who coordinates. */
export const mayClose = (actor: Actor, standing: Standing, today: string) =>
  mayAppoint(actor, standing, today);

/** Announcements are for members, as their names are. */
export const maySeeAnnouncements = (actor: Actor, standing: Standing) => maySeeMembers(actor, standing);

/** Writing to every member, and taking back what was written: whoever coordinates. */
export const mayAnnounce = (actor: Actor, standing: Standing, today: string) =>
  mayCoordinate(actor, standing, today);

/** All networks with what is wrong with them: who appoints where nobody leads. */
export const maySeeEveryNetwork = (actor: Actor) => isAdministrator(actor);

export const mayCreateNetwork = (actor: Actor) => isAdministrator(actor);
