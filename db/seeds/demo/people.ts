import type { SiteRole } from "../../vocabulary/site-roles";

/** The accounts anybody may sign in with; everybody is invented. */
export const demoAccounts: { login: string; name: string; siteRoles: SiteRole[]; does: string }[] = [
  { login: "admin", name: "Ingrid Halloran", siteRoles: ["administrator"], does: "administrator of the whole site" },
  { login: "librarian", name: "Obadiah Finch", siteRoles: ["librarian"], does: "librarian of packs and materials" },
  { login: "coordinator", name: "Dana Whitlock", siteRoles: [], does: "leads the Nottingham network" },
  { login: "member", name: "Jonah Merrick", siteRoles: [], does: "teaches in Nottingham, member of two networks" },
  { login: "newcomer", name: "Priya Raman", siteRoles: [], does: "has just signed up, member of nothing yet" },
  { login: "manager", name: "Sopheap Lim", siteRoles: [], does: "will run a programme; a member for now" },
  { login: "trainer", name: "Leakhena Chan", siteRoles: [], does: "will assess as a core trainer; leads Kampong Cham" },
  { login: "trainer2", name: "Vuthy Sok", siteRoles: [], does: "will assess as a core trainer; a member for now" },
  { login: "trainer3", name: "Bopha Keo", siteRoles: [], does: "will assess as a core trainer; a member for now" },
  { login: "centre", name: "Annelie Bruckner", siteRoles: [], does: "will speak for a centre; leads Sachsen" },
];

export const demoPassword = "staffroom-demo";

/** Names from which the other members are made, by country: given names, then family names. */
export const demoNames: Record<string, [given: string[], family: string[]]> = {
  GB: [
    ["Samira", "Tom", "Ravi", "Marek", "Owen", "Grace", "Yusuf", "Hannah", "Kwame", "Beatrice", "Imran", "Niamh", "Callum", "Adaeze", "Lewis", "Farah", "Edith", "Dylan", "Zofia", "Marcus", "Leila", "Rhys", "Constance", "Tariq", "Moira", "Jasper", "Anjali", "Fergus", "Ruth", "Emeka"],
    ["Okafor", "Beckett", "Anand", "Nowak", "Pryce", "Thistlewood", "Rahman", "Fairweather", "Mensah", "Lockwood", "Aziz", "Gallagher", "Drummond", "Eze", "Hartley", "Siddiqui", "Penhallow", "Vaughan", "Kowalska", "Attwater", "Haddad", "Llewellyn", "Birtwistle", "Malik", "Carmichael", "Underhill", "Desai", "Sinclair", "Applegarth", "Obi"],
  ],
  KH: [
    ["Sokha", "Chanthy", "Dara", "Sreymom", "Rithy", "Kunthea", "Samnang", "Maly", "Visal", "Theary", "Phalla", "Narin"],
    ["Chea", "Heng", "Ouk", "Prak", "Seng", "Tep", "Chhay", "Mao", "Nhem", "Yin"],
  ],
  FR: [
    ["Maëlle", "Yann", "Solenn", "Gurvan", "Aurélie", "Mathis", "Enora", "Bastien"],
    ["Le Guennec", "Kerhervé", "Tanguy", "Rousselot", "Morvan", "Legrandier", "Quéméner"],
  ],
  DE: [
    ["Jörg", "Friederike", "Mandy", "Torsten", "Käthe", "Emil", "Silke", "Ronny"],
    ["Lindenau", "Großmann", "Wünsche", "Böttger", "Krahl", "Zschoche", "Lommatzsch"],
  ],
};
