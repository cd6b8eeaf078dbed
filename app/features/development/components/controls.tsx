import { AppLink, OutsideLink } from "~/ui/app-link";
import { Button, ButtonLink } from "~/ui/button";
import { Chip, Chips } from "~/ui/chip";
import { CopyButton } from "~/ui/copy-button";
import { Highlight } from "~/ui/highlight";
import { MindThis, Notice } from "~/ui/notice";
import { Section } from "~/ui/section";
import { Tag, Tags } from "~/ui/tag";
import { Both } from "./both";

/** Words, buttons, tags, notices: the small parts in every state. */
export function Controls() {
  return (
    <>
      <Section title="Words">
        <p className="lead">A lead says in a sentence or two what is here, at most 52 letters wide.</p>
        <p className="mt-4">
          Body text with <AppLink to="/packs">a link of this site</AppLink>,{" "}
          <OutsideLink href="https://example.org/guide">a link elsewhere</OutsideLink>,{" "}
          <AppLink to="//evil.example">an address that leads away and is only text</AppLink> and a code to
          copy by hand: <span className="code">NOT-0O8</span>.
        </p>
        <p className="mt-2">
          <Highlight text={"Matched words: a \uE000turbine\uE001 in the \uE000wind\uE001."} />
        </p>
        <p className="mt-2" lang="de">
          Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnungsentwurfsbegründung
        </p>
        <p className="mt-2" lang="km">
          បណ្តាញគ្រូបង្រៀនតាមតំបន់ ដែលជួបជុំគ្នា ចែករំលែកមេរៀន និងខ្ចីប្រអប់ឧបករណ៍វិស្វកម្ម
        </p>
        <p className="mt-2" lang="ar" dir="rtl">
          شبكات إقليمية من المعلمين الذين يجتمعون ويتبادلون الدروس
        </p>
      </Section>
      <Section title="Buttons">
        <Both>
          {() => (
            <div className="actions">
              <Button variant="filled">Borrow a box</Button>
              <Button>Print the pack</Button>
              <Button variant="quiet">Not now</Button>
              <Button variant="danger">Remove the box</Button>
              <ButtonLink to="/packs">All packs</ButtonLink>
              <Button variant="filled" busy>
                Sending
              </Button>
              <Button disabled>Not possible</Button>
              <Button small>Admit</Button>
              <CopyButton value="https://example.org/join/7KQ" />
            </div>
          )}
        </Both>
      </Section>
      <Section title="Tags and chips">
        <Both>
          {() => (
            <>
              <Tags>
                <Tag>11 to 14</Tag>
                <Tag tone="board">12 places</Tag>
                <Tag tone="amber">On loan until 12 Dec</Tag>
                <Tag tone="red">Overdue 9 d</Tag>
                <Tag tone="marker">2 new since Tuesday</Tag>
                <Tag>
                  <span lang="km">រូបវិទ្យា</span>
                </Tag>
              </Tags>
              <div className="mt-4">
                <Chips>
                  <Chip to="/dev/ui?age=" label="Age 11 to 14" />
                  <Chip to="/dev/ui?box=" label="Box free before 18 Dec" />
                  <AppLink to="/dev/ui" className="link">
                    Clear all
                  </AppLink>
                </Chips>
              </div>
            </>
          )}
        </Both>
      </Section>
      <Section title="Notices">
        <Both>
          {() => (
            <div className="grid gap-4">
              <MindThis>
                Spinning blades at eye height: goggles on, and nobody stands in the plane of the rotor.
              </MindThis>
              <Notice tone="board" title="The box is yours">
                Collect it at the meetup on Thursday 3 December, 16:30.
              </Notice>
              <Notice tone="red" title="This was not sent">
                The line broke. What you wrote is kept; send it again.
              </Notice>
              <Notice>You read this network as a visitor.</Notice>
            </div>
          )}
        </Both>
      </Section>
    </>
  );
}
