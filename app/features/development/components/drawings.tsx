import { Cover } from "~/ui/cover";
import { Initials } from "~/ui/initials";
import { SquareMap } from "~/ui/map/square-map";
import { Section } from "~/ui/section";
import { Both } from "./both";
import { covers } from "./example-drawings";
import { circles, fewSquares, land, mapSize, squares } from "./example-map";

const people = [
  "Samira Okafor",
  "Tom Beckett",
  "Leakhena Chan",
  "ចាន់ លក្ខិណា",
  "ليلى حداد",
  "Ødegård",
  "Jo van der Meer",
  "李 小龙",
];

/** Covers, maps and people. */
export function Drawings() {
  return (
    <>
      <Section title="Covers">
        <Both>
          {() => (
            <>
              <div className="grid grid-cols-2 gap-4 sm:grid-cols-3">
                {covers.map((cover) => (
                  <Cover key={cover.title} {...cover} alone />
                ))}
              </div>
              <div className="mt-4 flex flex-wrap items-end gap-4">
                <Cover {...covers[1]!} size="small" />
                <div className="w-10">
                  <Cover {...covers[1]!} size="small" />
                </div>
                <div className="w-64">
                  <Cover {...covers[2]!} size="large" alone />
                </div>
              </div>
            </>
          )}
        </Both>
      </Section>
      <Section title="Maps">
        <Both>
          {(side) => (
            <div className="squared p-4">
              <SquareMap
                {...{ squares, circles, ...mapSize }}
                land={[]}
                title={`Networks in England, ${side}`}
                description="Every coloured square is a place with schools, darker where there are many. Circles are networks."
              />
            </div>
          )}
        </Both>
        <Both>
          {(side) => (
            <div className="squared p-4">
              <SquareMap
                {...{ land, circles: circles.slice(2, 6), ...mapSize }}
                squares={fewSquares}
                title={`Land without a register, ${side}`}
                description="Grey squares are land. Coloured squares are places with schools of members."
              />
            </div>
          )}
        </Both>
      </Section>
      <Section title="People">
        <Both>
          {() => (
            <div className="flex flex-wrap items-center gap-4">
              {people.map((name) => (
                <span key={name} className="inline-flex items-center gap-2">
                  <Initials name={name} /> {name}
                </span>
              ))}
              <Initials name="Tom Beckett" size="small" />
              <Initials name="Tom Beckett" size="large" />
            </div>
          )}
        </Both>
      </Section>
    </>
  );
}
