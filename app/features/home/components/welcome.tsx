import type { ReactNode } from "react";
import { Finder, NetworkMap, type NetworkRow, NetworkRows } from "~/features/networks";
import { m } from "~/platform/i18n/messages";
import { PageBody } from "~/ui/frame/page";
import { Register } from "~/ui/register";
import { Section } from "~/ui/section";

type WelcomeProps = {
  welcome: {
    map: (Parameters<typeof NetworkMap>[0]["map"] & { country: string }) | null;
    /** The largest networks. */
    rows: NetworkRow[];
    /** How many networks there are in all. */
    networks: number;
  };
  children: ReactNode;
};

/** The first page of a visitor: one question, the map, who is there already. */
export function Welcome({ welcome: { map, rows, networks }, children }: WelcomeProps) {
  return (
    <>
      <div className="squared squared-head">
        <div className="squared-head-in grid items-center gap-8 lg:grid-cols-[minmax(0,5fr)_minmax(0,4fr)]">
          <div className="py-6 lg:py-12">
            <h1 className="max-w-[14ch] text-4xl">{m.home_title()}</h1>
            <p className="lead mt-6">{m.home_lead()}</p>
            <div className="mt-6">
              <Finder />
            </div>
            {map ? <p className="small mt-6">{m.home_map_legend()}</p> : null}
          </div>
          {map ? (
            <div className="mx-auto w-full max-w-md lg:max-w-none">
              <NetworkMap map={map} title={m.home_map_name({ country: map.country })} />
            </div>
          ) : null}
        </div>
      </div>
      <PageBody wide>
        {rows.length > 0 ? (
          <Section
            title={m.home_networks()}
            link={{ to: "/networks", label: m.home_all_networks({ count: networks }) }}
          >
            {/* Two registers side by side read like one: three rows each. */}
            <div className="mt-0 lg:grid lg:grid-cols-2 lg:gap-x-12">
              {[rows.slice(0, Math.ceil(rows.length / 2)), rows.slice(Math.ceil(rows.length / 2))].map(
                (half, index) => (
                  <Register key={index}>
                    <NetworkRows rows={half} />
                  </Register>
                ),
              )}
            </div>
          </Section>
        ) : null}
        {children}
      </PageBody>
    </>
  );
}
