import { useEffect, useState } from "react";
import { m } from "~/platform/i18n/messages";
import { AppLink } from "~/ui/app-link";
import { Button } from "~/ui/button";
import { CrossIcon } from "~/ui/icons";
import { forgetSearch, forgetSearches, recentSearches } from "~/ui/search-box/recent-searches";
import { Section } from "~/ui/section";

/** What was searched for in this browser; nothing where there is none, or without scripts. */
export function RecentSearches() {
  const [recent, setRecent] = useState<string[]>([]);
  // The server knows nothing of them: they appear once the page is in the browser.
  useEffect(() => setRecent(recentSearches()), []);
  if (recent.length === 0) return null;
  const forget = (work: () => void) => {
    work();
    setRecent(recentSearches());
  };
  return (
    <Section
      title={m.ui_recent()}
      note={
        <Button small variant="quiet" onClick={() => forget(forgetSearches)}>
          {m.ui_recent_forget_all()}
        </Button>
      }
    >
      <ul className="recent-searches">
        {recent.map((words) => (
          <li key={words}>
            <AppLink to={`/search?${new URLSearchParams({ q: words })}`} className="link">
              {words}
            </AppLink>
            <button
              type="button"
              className="recent-forget"
              aria-label={m.ui_recent_forget({ words })}
              onClick={() => forget(() => forgetSearch(words))}
            >
              <CrossIcon />
            </button>
          </li>
        ))}
      </ul>
      <p className="row-detail">{m.search_recent_note()}</p>
    </Section>
  );
}
