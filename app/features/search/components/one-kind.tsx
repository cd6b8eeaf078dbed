import { PageLinks } from "~/ui/page-links";
import { Register } from "~/ui/register";
import type { KindFound } from "../kind-found.server";
import { FoundRow } from "./found-row";

/** All results of one kind, in pages. */
export function OneKind({ found: { rows, page, pages, firstHref } }: { found: KindFound }) {
  return (
    <>
      <Register ruled>
        {rows.map((row) => (
          <FoundRow key={row.path} row={row} />
        ))}
      </Register>
      <PageLinks
        page={page}
        pages={pages}
        hrefFor={(wanted) =>
          wanted === 1 ? firstHref : `${firstHref}${firstHref.includes("?") ? "&" : "?"}page=${wanted}`
        }
      />
    </>
  );
}
