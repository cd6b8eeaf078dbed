import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { pageTitle } from "~/platform/http/meta";
import { m } from "~/platform/i18n/messages";
import { PackShelf } from "../components/pack-shelf";
import { Today } from "../components/today";
import { Welcome } from "../components/welcome";
import type { loader } from "./home.server";

export { loader } from "./home.server";

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data?.today ? pageTitle(m.home_today()) : pageTitle("", m.home_lead());

export default function Home() {
  const { welcome, today, packs } = useLoaderData<typeof loader>();
  const shelf = <PackShelf {...packs} />;
  return today ? <Today today={today}>{shelf}</Today> : <Welcome welcome={welcome}>{shelf}</Welcome>;
}
