import type { LinksFunction } from "@remix-run/node";
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLocation,
  useRouteError,
  useRouteLoaderData,
} from "@remix-run/react";
import type { ReactNode } from "react";
import { pageTitle } from "~/platform/http/meta";
import { useNonce } from "~/platform/http/nonce";
import { currentLocale } from "~/platform/i18n/locale";
import { m } from "~/platform/i18n/messages";
import { useLive } from "~/platform/live/use-live";
import { ButtonLink } from "~/ui/button";
import { fontPreload } from "~/ui/font-preload";
import { ErrorPage } from "~/ui/frame/error-page";
import { PageFrame } from "~/ui/frame/page-frame";
import stylesheet from "~/ui/styles.css?url";
import type { loader } from "./root.server";

export { loader } from "./root.server";

export const links: LinksFunction = () => [
  fontPreload,
  { rel: "stylesheet", href: stylesheet },
  { rel: "icon", href: "/icon.svg", type: "image/svg+xml" },
  { rel: "apple-touch-icon", href: "/apple-touch-icon.png" },
];

export const meta = () => pageTitle("");

export function Layout({ children }: { children: ReactNode }) {
  const data = useRouteLoaderData<typeof loader>("root");
  const unread = useLive(data?.reader?.id ?? null, data?.unread ?? 0, "/notifications/unread");
  const nonce = useNonce();
  const { pathname, search } = useLocation();
  const path = pathname + search;
  const nav = [
    { to: "/networks", label: m.nav_networks() },
    { to: "/packs", label: m.nav_packs() },
    { to: "/resources", label: m.nav_resources() },
  ];
  return (
    <html lang={currentLocaleOf(data)} data-theme={data?.theme ?? undefined}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <Meta />
        <Links />
      </head>
      <body>
        <PageFrame
          reader={data?.reader ?? null}
          unread={unread}
          nav={nav}
          path={path}
          locale={currentLocaleOf(data)}
          theme={data?.theme ?? "system"}
          rolesWait={data?.rolesWait ?? false}
          mailBack={data?.mailBack ?? null}
        >
          {children}
        </PageFrame>
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

const currentLocaleOf = (data: { locale: string } | undefined) => data?.locale ?? currentLocale();

export default function Root() {
  return <Outlet />;
}

/** What a reader sees when a page cannot be shown: what happened and what to do, never how it broke. */
export function ErrorBoundary() {
  const error = useRouteError();
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const said = isRouteErrorResponse(error) && typeof error.data === "string" ? error.data : "";
  const home = <ButtonLink to="/">{m.error_to_home()}</ButtonLink>;
  if (status === 404)
    return <ErrorPage title={m.error_404_title()} text={m.error_404_text()} action={home} />;
  if (status === 403) {
    return <ErrorPage title={m.error_403_title()} text={said || m.error_not_allowed()} action={home} />;
  }
  if (status >= 400 && status < 500) {
    return <ErrorPage title={m.error_4xx_title()} text={said || m.error_4xx_text()} action={home} />;
  }
  return <ErrorPage title={m.error_500_title()} text={m.error_500_text()} action={home} />;
}
