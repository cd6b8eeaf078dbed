import { m } from "~/platform/i18n/messages";
import { AppLink } from "../app-link";
import type { NavItem, PageFrameProps } from "./page-frame";

type FooterProps = Pick<PageFrameProps, "path" | "locale" | "theme"> & { links?: NavItem[] | undefined };

/** The foot of every page: where else to go, and the choice of language and appearance. */
export function Footer({ path, locale, theme, links }: FooterProps) {
  const languages = [
    { value: "en", label: m.ui_language_en(), lang: "en" },
    { value: "fr", label: m.ui_language_fr(), lang: "fr" },
  ];
  const themes = [
    { value: "light", label: m.ui_theme_light() },
    { value: "dark", label: m.ui_theme_dark() },
    { value: "system", label: m.ui_theme_system() },
  ];
  return (
    <footer className="foot">
      <div className="foot-in">
        <p>{m.ui_tagline()}</p>
        {links?.length ? (
          <ul className="foot-links">
            {links.map(({ to, label }) => (
              <li key={to}>
                <AppLink to={to}>{label}</AppLink>
              </li>
            ))}
          </ul>
        ) : null}
        <Choice name="locale" label={m.ui_language()} value={locale} options={languages} path={path} />
        <Choice name="theme" label={m.ui_theme()} value={theme} options={themes} path={path} />
      </div>
    </footer>
  );
}

type ChoiceProps = {
  name: "locale" | "theme";
  label: string;
  value: string;
  options: { value: string; label: string; lang?: string }[];
  path: string;
};

/** A whole document comes back: language and theme stand in its first tag. */
function Choice({ name, label, value, options, path }: ChoiceProps) {
  return (
    <form method="post" action="/preferences" className="foot-choice">
      <fieldset>
        <legend>{label}</legend>
        <input type="hidden" name="next" value={path} />
        {options.map((option) => (
          <button
            key={option.value}
            type="submit"
            name={name}
            value={option.value}
            lang={option.lang}
            aria-pressed={option.value === value}
          >
            {option.label}
          </button>
        ))}
      </fieldset>
    </form>
  );
}
