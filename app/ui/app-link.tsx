import { Link, type LinkProps, NavLink } from "@remix-run/react";
import type { AnchorHTMLAttributes, ReactNode } from "react";
import { isSitePath } from "~/platform/http/site-path";

export type AppLinkProps = Omit<LinkProps, "to" | "className" | "style"> & {
  /** A path of this site, from code or from data. */
  to: string;
  className?: string;
  children?: ReactNode;
};

/**
 * The one link to an address that comes from data. What is not a path of this site (see `site-path.ts`)
 * is shown as plain text, so that a crafted address leads nowhere.
 */
export function AppLink({ to, children, className, ...rest }: AppLinkProps) {
  if (!isSitePath(to)) return <span className={className}>{children}</span>;
  return (
    <Link to={to} className={className} {...rest}>
      {children}
    </Link>
  );
}

/** A link of a menu or a row of tabs; says `aria-current="page"` on its page and, without `end`, below it. */
export function AppNavLink({ to, end, ...rest }: AppLinkProps & { end?: boolean }) {
  if (!isSitePath(to)) return <span className={rest.className}>{rest.children}</span>;
  return <NavLink to={to} end={end} {...rest} />;
}

/** A link to another site: http or https only, anything else is shown as plain text. */
export function OutsideLink({ href, children, ...rest }: AnchorHTMLAttributes<HTMLAnchorElement>) {
  if (!isWebAddress(href)) return <span className={rest.className}>{children}</span>;
  return (
    <a {...rest} href={href} rel="noopener noreferrer external">
      {children}
    </a>
  );
}

function isWebAddress(href: string | undefined): href is string {
  if (!href || !URL.canParse(href)) return false;
  const { protocol } = new URL(href);
  return protocol === "https:" || protocol === "http:";
}
