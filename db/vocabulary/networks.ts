/** How somebody becomes a member of a network. */
export const joinPolicies = ["open", "request", "closed"] as const;
export type JoinPolicy = (typeof joinPolicies)[number];

/** How alive a network is. Starting: new, may be joined; dormant: by invitation only; closed: to be read by members. */
export const networkStates = ["starting", "active", "dormant", "closed"] as const;
export type NetworkState = (typeof networkStates)[number];

/** What a coordinator is appointed as. A network has at most one lead. */
export const coordinatorDuties = ["lead", "deputy"] as const;
export type CoordinatorDuty = (typeof coordinatorDuties)[number];

/** Where a request to join stands. */
export const joinRequestStates = ["waiting", "admitted", "declined", "withdrawn"] as const;
export type JoinRequestState = (typeof joinRequestStates)[number];

/** How somebody is invited: by a link that is passed on, or by a letter to one address. */
export type InvitationKind = "link" | "letter";
