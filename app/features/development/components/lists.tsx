import { AppLink } from "~/ui/app-link";
import { Button } from "~/ui/button";
import { Cover } from "~/ui/cover";
import { DateBlock, DateText } from "~/ui/date-text";
import { Empty } from "~/ui/empty";
import { Highlight } from "~/ui/highlight";
import { Initials } from "~/ui/initials";
import { Skeleton } from "~/ui/loading";
import { PageLinks } from "~/ui/page-links";
import { DataTable, Register, RegisterRow } from "~/ui/register";
import { Section } from "~/ui/section";
import { Tag, Tags } from "~/ui/tag";
import { covers } from "./example-drawings";

const materials = [
  { name: "Cardboard tube", group: "1", all: "7" },
  { name: "Card, 300 g, A4", group: "4 sheets", all: "28 sheets" },
  { name: "String", group: "1.2 m", all: "8.4 m" },
];

/** Registers, tables, pages, and what stands where there is nothing yet. */
export function Lists() {
  const wind = covers[1]!;
  return (
    <>
      <div className="mt-12 grid gap-12 lg:grid-cols-2">
        <Section title="Next meetups" link={{ to: "/meetups", label: "All meetups" }}>
          <Register>
            <RegisterRow
              lead={<DateBlock value="2026-12-03" locale="en" />}
              title="Crash cushions: build one, then break it"
              to="/meetups/1"
              detail="Nottingham network · Trentside Sixth Form · 16:30"
              end={<Tag tone="board">12 places</Tag>}
            />
            <RegisterRow
              lead={<DateBlock value="2026-12-10" locale="en" />}
              title="Water filters from what is in the prep room"
              to="/meetups/2"
              detail="Kent Coast network · Margate · 16:00"
              end={<Tag tone="amber">Waiting list</Tag>}
            />
          </Register>
        </Section>
        <Section title="Questions waiting for you" link={{ to: "/threads", label: "All discussions" }}>
          <Register>
            <RegisterRow
              lead={<Initials name="Samira Okafor" />}
              title="Straws or dowels for the truss bridge with year 5?"
              to="/threads/1"
              detail={
                <>
                  Samira Okafor · Leeds network · about{" "}
                  <AppLink to="/packs/bridges-that-hold">Bridges that hold</AppLink>
                </>
              }
              end={<Tag tone="amber">no answer yet</Tag>}
            />
            <RegisterRow
              lead={<Initials name="ចាន់ លក្ខិណា" />}
              title={<span lang="km">តើធ្វើដៃធារាសាស្ត្រក្នុងមួយម៉ោងបានដោយរបៀបណា?</span>}
              to="/threads/2"
              detail="ចាន់ លក្ខិណា · Kampong Cham network"
              end={<Tag tone="board">✓ answered</Tag>}
            />
          </Register>
        </Section>
      </div>
      <Section title="Seven things need you" note="most urgent first">
        <Register>
          <RegisterRow
            lead={<Tag tone="red">Overdue 9 d</Tag>}
            title="Box NOT-008 is still at Ashgate Academy"
            detail="Next borrower expects it on Thursday 26 November"
            end={<Button>Write to Dana</Button>}
          />
          <RegisterRow
            lead={<Tag>Term</Tag>}
            title="Your own term ends on 31 January"
            detail="Name a successor or ask for another year"
            end={<Button>Decide</Button>}
          />
        </Register>
      </Section>
      <Section title="Search results">
        <Register>
          <RegisterRow
            lead={<Cover {...wind} size="small" />}
            title={<Highlight text={"Catch the \uE000wind\uE001"} />}
            to="/packs/catch-the-wind"
            detail={
              <Highlight
                text={"Cut, twist and test a \uE000turbine\uE001 that lifts a kilogram up a metre of string."}
              />
            }
            end={
              <>
                <Tag tone="board">Box free 2 km away</Tag>
                <p className="mt-1">Nottingham, from 30 Nov</p>
              </>
            }
          >
            <Tags>
              <Tag>11 to 14</Tag>
              <Tag>3 h</Tag>
              <Tag>Physics</Tag>
            </Tags>
          </RegisterRow>
        </Register>
        <PageLinks page={4} pages={12} hrefFor={(page) => `/dev/ui?page=${page}`} />
      </Section>
      <Section title="What you need">
        <DataTable
          caption="Materials for a group and for the class"
          captionHidden
          columns={[
            { key: "name", label: "Material", heads: true, cell: ({ name }) => name },
            { key: "group", label: "a group", numeric: true, cell: ({ group }) => group },
            { key: "all", label: "the class", numeric: true, cell: ({ all }) => all },
          ]}
          rows={materials}
          keyOf={({ name }) => name}
        />
      </Section>
      <Section title="Dates">
        <p>
          <DateText value="2026-12-03" locale="en" /> ·{" "}
          <DateText value="2026-12-03" locale="en" style="long" /> ·{" "}
          <DateText value="2026-12-03T16:30:00Z" locale="en" style="moment" timeZone="Europe/London" /> ·{" "}
          <DateText value={new Date()} locale="en" style="recent" /> ·{" "}
          <DateText value="2026-12-03" locale="fr" style="long" />
        </p>
      </Section>
      <Section title="Nothing yet">
        <Empty
          title="No meetups are planned"
          text="Meetups of your network will stand here, the next one first. Anyone in the network may propose one."
          action={<Button variant="filled">Plan a meetup</Button>}
          drawing={wind.drawing}
        />
        <div className="mt-6">
          <Empty
            title="Nobody has written here"
            text="Questions and answers about this pack will stand here."
          />
        </div>
      </Section>
      <Section title="On its way">
        <Skeleton rows={2} />
      </Section>
    </>
  );
}
