/**
 * Who may do what. Each cell is asked over HTTP by `table.test.ts`.
 *
 * - yes: done, or shown
 * - sign in: led to sign in first, and back
 * - no: knows that it is there and may not (403)
 * - none: for this reader it is not there (404)
 * - rule: may, as far as rights go, but a rule of the product forbids it here (409 or 422)
 */
export const table = `
                                  | visitor | stranger | member | deputy | lead | former | librarian | admin
see the start page                | yes     | yes      | yes    | yes    | yes  | yes    | yes       | yes
see the forms of accounts         | yes     | yes      | yes    | yes    | yes  | yes    | yes       | yes
see networks                      | yes     | yes      | yes    | yes    | yes  | yes    | yes       | yes
see one network                   | yes     | yes      | yes    | yes    | yes  | yes    | yes       | yes
see its members                   | sign in | no       | yes    | yes    | yes  | yes    | no        | yes
join an open network              | sign in | yes      | yes    | yes    | yes  | yes    | yes       | yes
ask to join                       | sign in | yes      | yes    | yes    | yes  | yes    | yes       | yes
ask to join an open network       | sign in | rule     | yes    | yes    | yes  | yes    | rule      | rule
withdraw a request                | sign in | yes      | yes    | yes    | yes  | yes    | yes       | yes
see the page for leaving          | sign in | no       | yes    | yes    | yes  | yes    | no        | no
leave                             | sign in | yes      | yes    | yes    | rule | yes    | yes       | yes
see the page for coordinating     | sign in | no       | no     | yes    | yes  | no     | no        | yes
admit somebody                    | sign in | no       | no     | yes    | yes  | no     | no        | yes
see all needs and what was let be | sign in | no       | no     | yes    | yes  | no     | no        | yes
let a newcomer be                 | sign in | no       | no     | yes    | yes  | no     | no        | yes
take it up again                  | sign in | no       | no     | yes    | yes  | no     | no        | yes
see the page for welcoming        | sign in | no       | no     | yes    | yes  | no     | no        | yes
welcome somebody                  | sign in | no       | no     | yes    | yes  | no     | no        | yes
see the page for writing          | sign in | no       | no     | yes    | yes  | no     | no        | yes
write to who is silent            | sign in | no       | no     | yes    | yes  | no     | no        | yes
see how a network is doing        | sign in | no       | no     | yes    | yes  | no     | no        | yes
see the page for declining        | sign in | no       | no     | yes    | yes  | no     | no        | yes
decline somebody                  | sign in | no       | no     | yes    | yes  | no     | no        | yes
see the page for appointing       | sign in | no       | no     | no     | yes  | no     | no        | yes
appoint a deputy                  | sign in | no       | no     | no     | yes  | no     | no        | yes
appoint another lead              | sign in | no       | no     | no     | yes  | no     | no        | yes
see the page for ending a term    | sign in | no       | no     | no     | yes  | no     | no        | yes
end a deputy's term               | sign in | no       | no     | no     | yes  | no     | no        | yes
end the own term                  | sign in | no       | no     | yes    | rule | no     | no        | yes
see announcements                 | sign in | none     | yes    | yes    | yes  | yes    | none      | yes
see the page for announcing       | sign in | no       | no     | yes    | yes  | no     | no        | yes
announce                          | sign in | no       | no     | yes    | yes  | no     | no        | yes
take an announcement back         | sign in | none     | no     | yes    | yes  | no     | none      | yes
see invitations                   | sign in | no       | no     | yes    | yes  | no     | no        | yes
make a link                       | sign in | no       | no     | yes    | yes  | no     | no        | yes
revoke a link                     | sign in | no       | no     | yes    | yes  | no     | no        | yes
invite by letter                  | sign in | no       | no     | yes    | yes  | no     | no        | yes
see a link's page                 | yes     | yes      | yes    | yes    | yes  | yes    | yes       | yes
join by a link                    | sign in | yes      | yes    | yes    | yes  | yes    | yes       | yes
see a network's settings          | sign in | no       | no     | yes    | yes  | no     | no        | yes
change a network's settings       | sign in | no       | no     | yes    | yes  | no     | no        | yes
see a network's territory         | sign in | no       | no     | yes    | yes  | no     | no        | yes
set a network's territory         | sign in | no       | no     | yes    | yes  | no     | no        | yes
see the page for closing          | sign in | no       | no     | no     | yes  | no     | no        | yes
close a network                   | sign in | no       | no     | no     | yes  | no     | no        | yes
see the page for founding         | sign in | no       | no     | no     | no   | no     | no        | yes
found a network                   | sign in | no       | no     | no     | no   | no     | no        | yes
see packs and resources           | yes     | yes      | yes    | yes    | yes  | yes    | yes       | yes
see a draft                       | none    | none     | none   | none   | none | none   | yes       | yes
publish a pack                    | none    | none     | none   | none   | none | none   | yes       | yes
take a pack back                  | sign in | no       | no     | no     | no   | no     | yes       | yes
see what can be built             | yes     | yes      | yes    | yes    | yes  | yes    | yes       | yes
send a list of materials          | yes     | yes      | yes    | yes    | yes  | yes    | yes       | yes
see the vocabulary                | sign in | no       | no     | no     | no   | no     | yes       | yes
see a material's form             | sign in | no       | no     | no     | no   | no     | yes       | yes
change a material                 | sign in | no       | no     | no     | no   | no     | yes       | yes
merge materials                   | sign in | no       | no     | no     | no   | no     | yes       | yes
see somebody's page               | sign in | yes      | yes    | yes    | yes  | yes    | yes       | yes
see somebody's photo              | sign in | yes      | yes    | yes    | yes  | yes    | yes       | yes
see a school                      | yes     | yes      | yes    | yes    | yes  | yes    | yes       | yes
see schools                       | yes     | yes      | yes    | yes    | yes  | yes    | yes       | yes
search                            | yes     | yes      | yes    | yes    | yes  | yes    | yes       | yes
see the own settings              | sign in | yes      | yes    | yes    | yes  | yes    | yes       | yes
change the own name               | sign in | yes      | yes    | yes    | yes  | yes    | yes       | yes
change the own profile            | sign in | yes      | yes    | yes    | yes  | yes    | yes       | yes
change the own photo              | sign in | yes      | yes    | yes    | yes  | yes    | yes       | yes
choose the own school             | sign in | yes      | yes    | yes    | yes  | yes    | yes       | yes
save a search                     | sign in | yes      | yes    | yes    | yes  | yes    | yes       | yes
see the own notifications         | sign in | yes      | yes    | yes    | yes  | yes    | yes       | yes
count what is unread              | yes     | yes      | yes    | yes    | yes  | yes    | yes       | yes
choose when to be written to      | sign in | yes      | yes    | yes    | yes  | yes    | yes       | yes
sign other browsers out           | sign in | yes      | yes    | yes    | yes  | yes    | yes       | yes
begin a second step               | sign in | yes      | yes    | yes    | yes  | yes    | yes       | yes
begin a passkey without the password | sign in | rule     | rule   | rule   | rule | rule   | rule      | rule
see and remove a passkey of somebody else | sign in | none     | none   | none   | none | none   | none      | none
ask for a challenge               | yes     | yes      | yes    | yes    | yes  | yes    | yes       | yes
withdraw no change of address     | sign in | none     | none   | none   | none | none   | none      | none
ask for the own data              | sign in | yes      | yes    | yes    | yes  | yes    | yes       | yes
fetch no data without a password  | sign in | yes      | yes    | yes    | yes  | yes    | yes       | yes
delete the account unconfirmed    | sign in | rule     | rule   | rule   | rule | rule   | rule      | rule
keep an account that is not going | sign in | yes      | yes    | yes    | yes  | yes    | yes       | yes
mark them as read                 | sign in | yes      | yes    | yes    | yes  | yes    | yes       | yes
choose language and appearance    | yes     | yes      | yes    | yes    | yes  | yes    | yes       | yes
see administration                | sign in | no       | no     | no     | no   | no     | no        | yes
see schools listed twice          | sign in | no       | no     | no     | no   | no     | no        | yes
merge schools                     | sign in | no       | no     | no     | no   | no     | no        | yes
undo a merge                      | sign in | no       | no     | no     | no   | no     | no        | yes
keep schools apart                | sign in | no       | no     | no     | no   | no     | no        | yes
see every network                 | sign in | no       | no     | no     | no   | no     | no        | yes
see the site's settings           | sign in | no       | no     | no     | no   | no     | no        | yes
change the site's settings        | sign in | no       | no     | no     | no   | no     | no        | yes
see mail that came back           | sign in | no       | no     | no     | no   | no     | no        | yes
let mail try again                | sign in | yes      | yes    | yes    | yes  | yes    | yes       | yes
read the audit log                | sign in | no       | no     | no     | no   | no     | no        | yes
`;

export type Outcome = "yes" | "sign in" | "no" | "none" | "rule";

/** The table as rows of cells by column. */
export function tableRows(text: string): { action: string; cells: Record<string, Outcome> }[] {
  const [head, ...rows] = text
    .trim()
    .split("\n")
    .map((line) => line.split("|").map((cell) => cell.trim()));
  const columns = head!.filter(Boolean);
  return rows.map(([action, ...cells]) => ({
    action: action!,
    cells: Object.fromEntries(columns.map((column, n) => [column, cells[n] as Outcome])),
  }));
}
