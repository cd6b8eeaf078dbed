import { m } from "~/platform/i18n/messages";
import { AppLink } from "~/ui/app-link";
import { Register, RegisterRow } from "~/ui/register";
import { Section } from "~/ui/section";
import type { WhatThereIs } from "../what-there-is.server";
import { RecentSearches } from "./recent-searches";

/** What stands under the empty field: a few searches to try, and all there is. */
export function Beginning({ kinds }: Pick<WhatThereIs, "kinds">) {
  return (
    <>
      <p>
        {m.search_try()}{" "}
        {m
          .search_examples()
          .split(", ")
          .map((example, index) => (
            <span key={example}>
              {index > 0 ? " · " : null}
              <AppLink to={`/search?${new URLSearchParams({ q: example })}`} className="link">
                {example}
              </AppLink>
            </span>
          ))}
      </p>
      <RecentSearches />
      <Section title={m.search_find()}>
        <Register>
          {kinds.map(({ to, name, about, count }) => (
            <RegisterRow key={to} to={to} title={name} detail={about} end={count} />
          ))}
        </Register>
      </Section>
    </>
  );
}
